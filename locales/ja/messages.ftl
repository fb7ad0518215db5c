### Sentences that the program chooses: what has just happened, what is wrong with a form, what an event or an email was.

## Flash messages: shown once at the top of the next page

flash-account-created = ようこそ！アカウントの準備ができました。
flash-logged-out = ログアウトしました。
flash-password-changed = パスワードを変更し、ほかのすべてのデバイスからログアウトしました。
flash-name-changed = 名前を保存しました。
flash-name-removed = 名前を削除しました。
flash-session-ended = 選択したデバイスからログアウトしました。
flash-session-gone = 選択したデバイスは、すでにログアウトしています。
flash-other-sessions-ended = ほかのすべてのデバイスからログアウトしました。
flash-set-up-done = これで管理者になりました。
flash-please-log-in = 続けるには、ログインしてください。
flash-log-in-refused = メールアドレスまたはパスワードが正しくないか、アカウントが無効になっています。
flash-email-taken = このメールアドレスはすでに登録されています
flash-too-many-attempts = 試行回数が多すぎます。
flash-unavailable = ただいま混み合っています。変更は行われていません。
flash-unexpected = システムで問題が発生しました。変更は行われていません。もう一度お試しください。
try-again-soon = 少し待ってから、もう一度お試しください。
try-again-seconds = { $count ->
   *[other] { $count }秒後に、もう一度お試しください。
}
try-again-minutes = { $count ->
   *[other] { $count }分後に、もう一度お試しください。
}
try-again-hours = { $count ->
   *[other] { $count }時間後に、もう一度お試しください。
}

flash-account-closed = 退会の手続きが完了しました。アカウントは後日削除されます。アカウントを残したい場合は、削除される前にログインしてください。
flash-account-reopened = おかえりなさい！退会は取り消され、アカウントは削除されません。
flash-last-administrator-stays = ほかに管理者がいません。先に、ほかのユーザーを管理者にしてください。

flash-verification-sent = 新しいリンクをお送りしました。以前のリンクは使えなくなりました。
flash-link-sent-again = メールアドレスが正しければ、もう一度メールが届きます。最新のリンクだけが使えます。
flash-email-verified = ありがとうございます。メールアドレスの確認が完了しました。
flash-sign-up-confirmed = ようこそ！アカウントの準備ができました。設定したパスワードでログインしてください。
flash-email-change-requested = 新しいメールアドレスにリンクをお送りしました。リンクを開くと、メールアドレスが変更されます。
flash-email-change-cancelled = 変更を取り消しました。メールアドレスは変わりません。
flash-email-change-not-pending = 確認待ちのメールアドレスの変更はありません。
flash-email-changed = メールアドレスを変更しました。変更前のメールアドレスにもお知らせしました。
flash-email-change-undone = 変更前のメールアドレスに戻し、すべてのデバイスからログアウトしました。パスワード再設定用のリンクをメールでお送りしました。再設定するまで、アカウントはロックされます。
flash-email-taken-meanwhile = 手続きの間にほかの方がこのメールアドレスで登録したため、変更は行われませんでした。
flash-email-unverified = 先にメールアドレスの確認を済ませてください。確認用のリンクをお送りしました。

flash-unlocked = アカウントのロックを解除しました。
flash-password-reset = パスワードを変更し、すべてのデバイスからログアウトしました。新しいパスワードでログインしてください。
flash-session-ended-by-failures = 誤ったパスワードが何度も入力されたため、ログアウトしました。続けるには、もう一度ログインしてください。

flash-user-disabled = アカウントを無効にし、すべてのデバイスからログアウトさせました。
flash-user-enabled = アカウントを有効にしました。
flash-user-unlocked = アカウントのロックを解除しました。
flash-user-signed-out = このユーザーをすべてのデバイスからログアウトさせました。
flash-admin-granted = このユーザーを管理者にしました。このユーザーは、もう一度ログインする必要があります。
flash-admin-revoked = このユーザーを管理者から外しました。
flash-last-administrator = ほかに管理者がいません。先に、ほかのユーザーを管理者にしてください。
flash-mail-retried = 再送信しています。
flash-mail-not-given-up = 再送信できるのは、送信に失敗したメールだけです。

## Mistakes in forms: shown at the field and at the top of the page

mistake-email-missing = メールアドレスを入力してください。
mistake-new-email-missing = 新しいメールアドレスを入力してください。
mistake-email-invalid = メールアドレスは name@example.com のような形式で入力してください。
mistake-email-too-long = メールアドレスが長すぎます。
mistake-email-look-alike = 異なる種類の文字が混ざっているか、見た目の似た別の文字が含まれています。キーボードの入力モードを切り替えずに、もう一度入力してください。
mistake-email-taken = このメールアドレスのアカウントがすでにあります。
mistake-email-unchanged = 現在のメールアドレスと同じです。
mistake-password-missing = パスワードを入力してください。
mistake-current-password-missing = 現在のパスワードを入力してください。
mistake-new-password-missing = 新しいパスワードを入力してください。
mistake-password-too-short = { $minimum }文字以上で入力してください。
mistake-password-too-long = { $maximum }文字以内で入力してください。
mistake-password-unreadable = パスワードに、読み取れない文字が含まれています。
mistake-password-common = よく使われているパスワードです。関連のない単語をいくつか組み合わせてみてください。
mistake-password-guessable = 推測されやすいパスワードです。関連のない単語をいくつか加えてください。
mistake-password-from-context = メールアドレスやこのサイトの名前は、パスワードに使わないでください。
mistake-password-blocklisted = このパスワードは使えません。別のパスワードを入力してください。
mistake-password-wrong = 現在のパスワードが正しくありません。
mistake-terms-not-accepted = 登録するには、利用規約に同意してください。
mistake-name-too-long = 名前が長すぎます。{ $maximum }文字以内で入力してください。
mistake-name-unreadable = 名前に表示されない文字が含まれています。それを除いて入力し直してください。

## Error pages: a title, and what to do next

error-400-title = 読み取れませんでした
error-400-text = ブラウザから送信された内容に問題がありました。前のページに戻って、もう一度お試しください。
error-401-title = ログインしてください
error-401-text = このページを表示するには、ログインが必要です。
error-403-title = 許可されていない操作です
error-403-text = 別のサイトから送信されたリクエストのため、変更は行われませんでした。このサイトでページを開いて、もう一度お試しください。
error-404-title = ページが見つかりません
error-404-text = このアドレスにページはありません。移動したか、リンクが間違っている可能性があります。
error-405-title = このページではできない操作です
error-405-text = ページはありますが、この種類のリクエストには対応していません。
error-408-title = 時間がかかりすぎました
error-408-text = ブラウザからのリクエストが途中で止まりました。接続を確認して、もう一度お試しください。
error-410-title = リンクの有効期限が切れているか、すでに使用されています
error-410-text = ログインするか、もう一度リンクをお申し込みください。リンクを複数回申し込んだ場合は、最新のものだけが使えます。
error-413-title = サイズが大きすぎます
error-413-text = このサイトで受け付けられるサイズを超えています。もっと小さいものを送信してください。
error-414-title = 長すぎます
error-414-text = アドレスまたはリクエストのヘッダーが長すぎます。
error-415-title = 対応していない形式です
error-415-text = このページで受け付けているのはWebフォームだけですが、別の形式のものが送信されました。
error-422-title = フォームを受け付けられませんでした
error-422-text = 送信された内容がフォームに合っていません。前のページに戻って、もう一度お試しください。
error-429-title = 試行回数が多すぎます
error-429-text = アカウントを保護するため、試行回数を制限しています。
error-503-title = ただいま混み合っています
error-503-text = 変更は行われていません。
error-500-title = 問題が発生しました
error-500-text = システムで問題が発生しました。変更は行われていません。もう一度お試しください。
error-other-title = うまくいきませんでした
error-other-text = このリクエストには応答できませんでした。前のページに戻って、もう一度お試しください。

error-set-up-link-title = リンクの有効期限が切れているか、すでに使用されています
error-set-up-link-text = セットアップ用のリンクは、管理者がまだいない間だけ、1日以内に1回限り使えます。新しいリンクを発行するには、サーバーを再起動するか、「frontdesk admin create」を実行してください。
error-confirm-password-title = パスワードの確認が必要です
error-confirm-password-text = /account/confirm で確認してから、もう一度お試しください。

## Events: lines in the activity log of an account. Short; no full stop.

event-signed-up = 新規登録
event-logged-in = ログイン
event-log-in-failed = ログイン失敗
event-logged-out = ログアウト
event-password-changed = パスワードの変更
event-session-ended = 1台のデバイスからログアウト
event-sessions-ended = すべてのデバイスからログアウト
event-disabled = アカウントの無効化
event-enabled = アカウントの有効化
event-admin-granted = 管理者権限の付与
event-admin-revoked = 管理者権限の解除
event-set-up-used = セットアップ用リンクの使用
event-refresh-token-reused = アプリからログアウト：古いトークンの再使用
event-account-closed = 退会
event-account-reopened = 退会の取り消し
event-account-deleted = アカウントの削除
event-data-exported = データのダウンロード
event-email-verified = メールアドレスの確認
event-password-reset-requested = パスワード再設定の申し込み
event-password-reset = パスワードの再設定
event-email-change-requested = メールアドレス変更の申し込み
event-email-change-cancelled = メールアドレス変更の申し込みの取り消し
event-email-changed = メールアドレスの変更
event-email-change-undone = メールアドレス変更の取り消し
event-account-locked = アカウントのロック
event-account-unlocked = アカウントのロック解除
event-mail-retried = メールの再送信
event-password-confirmation-failed = ログイン中のパスワード誤入力
event-session-ended-by-failures = パスワードの連続誤入力によるログアウト
event-sign-up-repeated = 再度の新規登録
event-rate-limited = 一時ブロック：試行回数の超過
event-access-denied = ブロック：管理者専用
event-cross-site-refused = ブロック：別のサイトからの送信

# Who did it
actor-you = ご自身
actor-administrator = 管理者
actor-command-line = コマンドライン
actor-unknown = 不明
actor-email = { $email }
actor-former-user = 元ユーザー { $id }

## Emails, as lists of sent mail name them

mail-kind-email-verification = メールアドレスの確認
mail-kind-sign-up-confirmation = 登録の完了手続き
mail-kind-password-reset = パスワードの再設定
mail-kind-email-change = 新しいメールアドレスの確認
mail-kind-email-changed = メールアドレスの変更
mail-kind-password-changed = パスワードの変更
mail-kind-new-device = 新しいログイン
mail-kind-account-closed = 退会
mail-kind-account-locked = パスワードの連続誤入力
mail-kind-session-ended = ログアウト：パスワードの連続誤入力
mail-kind-admin-granted = 管理者権限の付与
mail-kind-admin-revoked = 管理者権限の解除
mail-kind-account-disabled = アカウントの無効化
mail-kind-account-enabled = アカウントの有効化

# Continues "送信中止：…".
not-sent-account-disabled = アカウントが無効で、リンクを使えないため。
not-sent-address-changed = アカウントのメールアドレスが変更されたため。
not-sent-link-expired = 作成から時間がたち、リンクの有効期限が切れているため。
not-sent-replaced = より新しいメールに置き換えられたため。
not-sent-not-needed = 不要になったため。
not-sent-too-many = 未確認のこのメールアドレスには、すでに何通も送信しているため。
