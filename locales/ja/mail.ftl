### Mails: templates/mail. The plain text and the HTML of a mail share their messages.

## Every mail

mail-help = お問い合わせ：
mail-copy-link = ボタンが使えない場合は、次のリンクをコピーしてブラウザで開いてください。
mail-action-line = { $label }：
mail-fact-line = { $label }：{ $value }
mail-fact-account = アカウント
mail-fact-old-email = 変更前
mail-fact-new-email = 変更後
mail-fact-when = 日時
mail-fact-device = デバイス
mail-fact-address = IPアドレス
mail-link-life = リンクは1回だけ使えます。有効期間は{ $life }です。
mail-set-password = パスワードを再設定
mail-last-attempt = 最後に試みられたときの情報：

## Mail: confirm the address of a new account

mail-email-verification-subject = 【{ $site }】メールアドレスの確認をお願いします
mail-email-verification-preheader = あと少しで完了です。
mail-email-verification-heading = メールアドレスの確認
mail-email-verification-intro = { $site } へようこそ！メールアドレス { $email } がご自身のものであることを確認してください。
mail-email-verification-intro-html = { $site } へようこそ！メールアドレス <strong dir="auto">{ $email }</strong> がご自身のものであることを確認してください。
mail-email-verification-button = メールアドレスを確認
mail-email-verification-not-you = 登録した覚えがない場合は、このメールを無視してください。リンクを開かない限り、メールアドレスが確認済みになることはありません。

## Mail: finish signing up, where the account is created only by the link

mail-sign-up-confirmation-subject = 【{ $site }】登録を完了してください
mail-sign-up-confirmation-preheader = あとはアカウントを作成するだけです。
mail-sign-up-confirmation-heading = 登録を完了してください
mail-sign-up-confirmation-intro = { $email } で { $site } にご登録いただき、ありがとうございます。あとはアカウントを作成するだけです。
mail-sign-up-confirmation-intro-html = <strong dir="auto">{ $email }</strong> で { $site } にご登録いただき、ありがとうございます。あとはアカウントを作成するだけです。
mail-sign-up-confirmation-button = アカウントを作成
mail-sign-up-confirmation-next = 作成が済んだら、設定したパスワードでログインしてください。
mail-sign-up-confirmation-not-you = 登録した覚えがない場合は、リンクを開かずに、このメールを無視してください。アカウントは作成されません。

## Mail: the address of a sign-up, or of a change of address, already has an account

mail-already-registered-subject = 【{ $site }】すでにアカウントをお持ちです
mail-already-registered-preheader = ログインするか、パスワードをお忘れの場合は再設定してください。
mail-already-registered-heading = すでにアカウントをお持ちです
mail-already-registered-intro = どなたか（おそらくお客様ご自身）が、このメールアドレスを { $site } のアカウントに使おうとしました。このメールアドレスのアカウントはすでにあります。
mail-already-registered-forgotten = パスワードをお忘れの場合は、再設定できます。
mail-already-registered-not-you = お心当たりがない場合も、対応は不要です。何も変更されておらず、アカウントがあることは相手に知らされていません。

## Mail: set a new password

mail-password-reset-subject = 【{ $site }】パスワードの再設定
mail-password-reset-preheader = リンクを開いて、新しいパスワードを設定してください。
mail-password-reset-heading = パスワードの再設定
mail-password-reset-intro = { $site } アカウントのパスワード再設定の申し込みを受け付けました。
mail-password-reset-not-you = お心当たりがない場合は、このメールを無視してください。パスワードは変更されません。

## Mail to a new address: confirm it

mail-email-change-subject = 【{ $site }】新しいメールアドレスの確認をお願いします
mail-email-change-preheader = 確認が済むと、メールアドレスが変更されます。
mail-email-change-heading = 新しいメールアドレスの確認
mail-email-change-intro = { $site } アカウントのメールアドレスを { $email } に変更する申し込みを受け付けました。ご自身のものであることを確認してください。
mail-email-change-intro-html = { $site } アカウントのメールアドレスを <strong dir="auto">{ $email }</strong> に変更する申し込みを受け付けました。ご自身のものであることを確認してください。
mail-email-change-button = このアドレスを使う
mail-email-change-until-then = 確認が済むまでは、これまでのメールアドレスが使われます。
mail-email-change-not-you = お心当たりがない場合は、このメールを無視してください。リンクを開かない限り、何も変更されません。

## Mail to the old address: the address was changed

mail-email-changed-subject = 【{ $site }】メールアドレスが変更されました
mail-email-changed-preheader = ご自身による変更であれば、対応は不要です。
mail-email-changed-heading = メールアドレスが変更されました
mail-email-changed-intro = { $site } アカウントのメールアドレスが変更されました。
mail-email-changed-unconfirmed = このメールアドレスで登録されていた { $site } アカウントのメールアドレスが、別のものに変更されました。
mail-email-changed-not-you = ご自身による変更であれば、対応は不要です。お心当たりがない場合は、変更を取り消せます。
mail-email-changed-undo = 変更を取り消す
mail-email-changed-effect = 取り消すと、メールアドレスが元に戻り、すべてのデバイスからログアウトします。パスワードを再設定するまで、アカウントはロックされます。再設定用のリンクはメールでお送りします。変更を取り消せるのは { $time } までです。
mail-email-changed-too-late = ご自身による変更であれば、対応は不要です。お心当たりがない場合は、{ $site } の運営者にご相談ください。リンクで変更を取り消せる期限は { $time } でした。
mail-email-changed-nothing-to-do = ご自身による変更であれば、対応は不要です。

## Mail: the password was changed

mail-password-changed-subject = 【{ $site }】パスワードが変更されました
mail-password-changed-preheader = お心当たりがない場合は、今すぐパスワードを再設定してください。
mail-password-changed-heading = パスワードが変更されました
mail-password-changed-intro = { $site } アカウントのパスワードが変更され、ほかのすべてのデバイスからログアウトしました。
mail-password-changed-not-you = ご自身による変更であれば、対応は不要です。お心当たりがない場合は、今すぐパスワードを再設定してください。

## Mail: a log-in from a browser or a network that the account does not know

mail-new-device-subject = 【{ $site }】新しいログインがありました
mail-new-device-preheader = お心当たりはありますか？
mail-new-device-heading = 新しいログインがありました
mail-new-device-intro = これまでに使われたことのないブラウザまたはネットワークから、{ $site } アカウントへのログインがありました。
mail-new-device-not-you = ご自身によるログインであれば、対応は不要です。お心当たりがない場合は、パスワードがほかの人に知られています。今すぐパスワードを再設定してください。再設定すると、その人はログアウトされます。

## Mail: the owner has closed the account

mail-account-closed-subject = 【{ $site }】退会の手続きが完了しました
mail-account-closed-preheader = 今なら、まだアカウントを残せます。
mail-account-closed-heading = 退会の手続きが完了しました
mail-account-closed-intro = { $site } の退会の手続きが完了しました。アカウントは { $time } 以降に削除されます。
mail-account-closed-keep = アカウントを残したい場合や、退会した覚えがない場合は、削除される前にログインしてください。アカウントは削除されません。

## Mail: too many wrong passwords have locked the account

mail-account-locked-subject = 【{ $site }】誤ったパスワードが何度も入力されました
mail-account-locked-preheader = アカウントをロックしました。解除の方法をご案内します。
mail-account-locked-heading = 誤ったパスワードが何度も入力されました
mail-account-locked-intro = { $site } アカウントで誤ったパスワードが何度も入力されたため、アカウントをロックしました。ロックを解除するまでは、これまでに使ったことのあるデバイスからしかログインできません。
mail-account-locked-strong = 推測されにくいパスワードをお使いの場合は、ロックを解除できます。
mail-account-locked-button = ロックを解除
mail-account-locked-reset = パスワードを再設定しても、ロックを解除できます。

## Mail: too many wrong passwords in a session, which has ended

mail-session-ended-subject = 【{ $site }】誤ったパスワードが続いたため、ログアウトしました
mail-session-ended-preheader = お心当たりがない場合は、今すぐパスワードを再設定してください。
mail-session-ended-heading = ログアウトしました
mail-session-ended-intro = { $site } アカウントにログイン中のブラウザで、誤ったパスワードが10回入力されたため、そのブラウザからログアウトしました。
mail-session-ended-not-you = ご自身による入力であれば、もう一度ログインしてください。お心当たりがない場合は、ログイン中のブラウザをほかの人が使っていました。今すぐパスワードを再設定してください。再設定すると、すべてのデバイスからログアウトします。

## Mail: the recipient is an administrator now

mail-admin-granted-subject = 【{ $site }】管理者になりました
mail-admin-granted-preheader = すべてのアカウントを閲覧し、管理できます。
mail-admin-granted-heading = 管理者になりました
mail-admin-granted-intro = { $site } の管理者になりました。すべてのアカウントを閲覧し、管理できます。これまでのセッションは終了したため、もう一度ログインが必要な場合があります。
mail-admin-granted-unexpected = お心当たりがない場合は、{ $site } の運営者にお問い合わせください。パスワードがほかの人に知られている可能性がある場合は、再設定してください。このアカウントが悪用されると、ほかのすべてのアカウントに被害が及ぶおそれがあります。

## Mail: the recipient is no longer an administrator

mail-admin-revoked-subject = 【{ $site }】管理者ではなくなりました
mail-admin-revoked-preheader = アカウントは引き続き使えます。
mail-admin-revoked-heading = 管理者ではなくなりました
mail-admin-revoked-intro = { $site } の管理者ではなくなりました。アカウントは引き続き使えますが、管理者用のページは使えません。
mail-admin-revoked-unexpected = お心当たりがない場合は、{ $site } の運営者にお問い合わせください。

## Mail: an administrator has disabled the account

mail-account-disabled-subject = 【{ $site }】アカウントが無効になりました
mail-account-disabled-preheader = 再び有効になるまで、ログインできません。
mail-account-disabled-heading = アカウントが無効になりました
mail-account-disabled-intro = { $site } アカウントが無効になりました。アプリも含め、すべてのデバイスからログアウトしており、再び有効になるまでログインできません。削除されたものはありません。
mail-account-disabled-unexpected = お心当たりがない場合は、{ $site } の運営者にお問い合わせください。ほかの人がアカウントを使っていることに運営者が気づいた可能性があります。

## Mail: an administrator has enabled the account again

mail-account-enabled-subject = 【{ $site }】アカウントが再び有効になりました
mail-account-enabled-preheader = またログインできます。
mail-account-enabled-heading = アカウントが再び有効になりました
mail-account-enabled-intro = { $site } アカウントが再び有効になりました。パスワードは変わっていませんが、もう一度ログインが必要です。
mail-account-enabled-unexpected = お心当たりがない場合や、ほかの人に使われたためにアカウントが無効になっていた場合は、先にパスワードを再設定してください。

## Mail: a test, sent by "frontdesk mail test"

mail-test-subject = 【{ $site }】テストメール
mail-test-preheader = 対応は不要です。
mail-test-heading = 正常に届きました！
mail-test-intro = { $site } からのメールは { $email } に届いています。対応は不要です。
mail-test-intro-html = { $site } からのメールは <strong dir="auto">{ $email }</strong> に届いています。対応は不要です。
