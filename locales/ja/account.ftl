### The pages on which people who are logged in manage their own account.

## Your account

account-unverified-title = メールアドレスの確認をお願いします
account-unverified-text-html = お送りしたメールのリンクから、<strong dir="auto">{ $email }</strong> の確認を済ませてください。ログインできなくなったときに、アカウントを復旧できます。メールが届いていない場合は、新しいリンクを送信してください。
account-undelivered-html = <strong dir="auto">{ $email }</strong> にメールを届けられませんでした。メールアドレスに誤りがある場合は、<a href="{ $change }">修正</a>してください。
account-unverified-submit = 新しいリンクを送信
account-locked-title = アカウントが一部ロックされています
account-locked-text-html = 誤ったパスワードが何度も入力されたため、これまでに使ったことのあるデバイスからしかログインできません。ロックを解除するには、お送りしたメールのリンクを開くか、<a href="{ $reset }">パスワードを再設定</a>してください。
account-pending-email-title = メールアドレスの変更
account-pending-email-html = <strong dir="auto">{ $email }</strong> の確認待ちです。お送りしたリンクを開くまで、メールアドレスは変更されません。
account-pending-email-resend = リンクを再送信
account-pending-email-cancel = 変更を取り消す
account-details-title = プロフィール
account-name-hint = 任意です。ご自身とこのサイトの管理者に、メールアドレスとともに表示されます。削除するには空欄にしてください。
account-name-submit = 名前を保存
account-email-state = 確認状況
account-email-confirmed-html = 確認済み（<a href="{ $change }">メールアドレスを変更</a>）
account-email-unconfirmed-html = 未確認（<a href="{ $change }">メールアドレスを変更</a>）
account-change-password = パスワードを変更
account-member-since = 登録日時
account-last-log-in = 最終ログイン
account-sections = このページの項目
account-security-title = セキュリティ
account-log-in-state = ログイン
account-log-in-open = どのデバイスからでも、パスワードでログインできます
account-log-in-locked = これまでに使ったことのあるデバイスからのみ
account-activity = 利用履歴
account-activity-link = 利用履歴を見る
account-data = データ
account-data-link = データをダウンロード
account-data-text = このサイトが保管しているあなたのデータのコピーを入手できます。
account-close = 重要な操作
account-close-link = 退会する
account-close-text = 退会すると、すべてのデバイスからログアウトします。アカウントは数日後に削除されますが、それまでにログインすれば残せます。
account-sessions-title = デバイス
account-sessions-hint = これらのデバイスでログインしています。心当たりのないデバイスがあれば、ログアウトさせて、パスワードを変更してください。
account-sessions-more = 最近使われた{ $count }件だけを表示しています。表示されていないデバイスもログアウトさせるには、「ほかの全デバイスからログアウト」を押してください。
account-sessions-end-others = ほかの全デバイスからログアウト

## Activity: a table of what happened to the account.

activity-title = 利用履歴
activity-hint-html = 心当たりのない操作がある場合は、<a href="{ $change_password }">パスワードを変更</a>してください。ほかのすべてのデバイスからログアウトします。
activity-none = まだ履歴はありません。
activity-none-older = これより前の履歴はありません。

## Change email address

change-email-title = メールアドレスの変更
change-email-hint-html = 現在のメールアドレスは <strong dir="auto">{ $email }</strong> です。新しいメールアドレスにお送りするリンクで確認が済むまで、変更されません。
change-email-new = 新しいメールアドレス
change-email-submit = 新しいアドレスにリンクを送信

## Change password

change-password-title = パスワードの変更
change-password-submit = パスワードを変更

## Confirm your password: before something that nobody else should do in one's browser.

confirm-password-title = パスワードの確認
confirm-password-hint = 安全のため、もう一度パスワードを入力してください。
confirm-password-submit = 続ける

## Your data: downloading everything about oneself.

export-title = データのダウンロード
export-text = { $site } が保存しているお客様のデータを、1つのファイルでダウンロードできます。アカウント情報、ログイン中のデバイスと過去のログイン、最近お送りしたメール、アカウントの利用履歴、ほかのアカウントに対して行った操作が含まれます。
export-hint = ファイルはJSON形式で、テキストエディタで開けます。パスワードはハッシュ値だけを保存しており、このファイルには含まれません。
export-submit = データをダウンロード

## Close your account

close-account-title = 退会
close-account-text-html = 退会すると、アカウントを使っているアプリも含め、すべてのデバイスからすぐにログアウトします。<strong dir="auto">{ $email }</strong> のアカウントは{ $days }日後に削除されます。
close-account-hint-html = 削除される前にこのサイトでログインすれば、アカウントを残せます。削除後も、アカウントの利用履歴はIPアドレスやブラウザの情報とともに残りますが、メールアドレスは含まれません。必要に応じて、先に<a href="{ $export }">データをダウンロード</a>してください。
close-account-submit = 退会する
