### The frame of every page, the parts of forms, and the pages that people see without being logged in.

## Every page

base-error-title = エラー：
base-skip = 本文へ移動
base-description = { $site } の新規登録、ログイン、アカウントの管理を行えます。
base-help-html = お問い合わせ：<a href="{ $link }"><bdi>{ $email }</bdi></a>
base-terms = 利用規約
base-privacy = プライバシー
base-reference-html = 照会番号：<strong>{ $reference }</strong>
base-language = 言語
base-language-submit = 変更

## Forms

form-error-summary-title = 入力内容をご確認ください
form-email-suggestion = { $email } ではありませんか？
form-new-password-hint = { $minimum }文字以上で入力してください。関連のない単語をいくつか組み合わせるのがおすすめです。
form-password-sufficient = 良いパスワードです。単語をもう1つ加えると、さらに推測されにくくなります。
form-password-strong = 強力なパスワードです。推測は非常に困難です。
form-show-password = パスワードを表示
form-show-current-password = 現在のパスワードを表示
form-show-new-password = 新しいパスワードを表示

## Front page

home-title = ようこそ
home-tagline = お気軽にどうぞ。手続きは1分ほどで終わります。
home-account = アカウント画面へ

## Sign up

sign-up-title = 新規登録
sign-up-accept-terms-html = <a href="{ $terms }">利用規約</a>に同意します。
sign-up-terms-html = 登録すると、<a href="{ $terms }">利用規約</a>に同意したことになります。
sign-up-privacy-html = データの取り扱いについては、<a href="{ $privacy }">プライバシーポリシー</a>をご覧ください。
sign-up-duplicate-html = ご自身のアカウントの場合は、<a href="{ $log_in }">ログイン</a>するか、<a href="{ $reset }">パスワードを再設定</a>してください。
sign-up-aside-html = アカウントをお持ちの方は<a href="{ $log_in }">ログイン</a>

## Log in

log-in-title = ログイン
log-in-forgot = パスワードをお忘れですか？
log-in-remember = このデバイスでログインしたままにする
log-in-aside-html = はじめての方は<a href="{ $sign_up }">新規登録</a>

## Check your email: after signing up, or after asking for a link to set a new password.

check-mail-title = メールをご確認ください
# Must not say whether there is an account.
check-mail-text = 入力されたメールアドレスが正しければ、リンクを記載したメールが届きます。リンクを開いて、手続きを続けてください。
check-mail-hint = 数分待っても届かない場合は、迷惑メールフォルダを確認するか、別のメールアドレスでもう一度お試しください。
check-mail-sign-up-html = <strong dir="auto">{ $email }</strong> にメールをお送りしました。メールのリンクを開いて、手続きを続けてください。
check-mail-reset-html = <strong dir="auto">{ $email }</strong> のアカウントがある場合は、新しいパスワードを設定するためのリンクを記載したメールが届きます。
check-mail-correct-html = 数分待っても届かない場合は、迷惑メールフォルダを確認するか、<a href="{ $link }">メールアドレスを修正</a>してください。
check-mail-undelivered-html = <strong dir="auto">{ $email }</strong> にメールを届けられませんでした。メールアドレスに誤りがある場合は、<a href="{ $link }">修正</a>してください。
check-mail-resend = もう一度送信する

## Forgot your password: asking for the link.

reset-password-request-title = パスワードをお忘れですか？
reset-password-request-hint = パスワード再設定用のリンクをメールでお送りします。
reset-password-request-submit = リンクを送信
reset-password-request-aside-html = 思い出した方は<a href="{ $log_in }">ログイン</a>

## Set a new password: the page behind that link.

reset-password-title = パスワードの再設定
reset-password-hint-html = <strong dir="auto">{ $email }</strong> の新しいパスワードを入力してください。再設定すると、すべてのデバイスからログアウトします。
reset-password-submit = パスワードを再設定

## The first administrator: the page behind the one-time link that the server prints when it starts.

setup-title = 最初の管理者を作成
setup-text = 管理者は、登録したすべてのユーザーの情報を閲覧し、管理できます。このリンクは1回だけ使えます。
setup-submit = 管理者を作成
setup-have-account = アカウントをお持ちの方はこちら
setup-member-text-html = <strong dir="auto">{ $email }</strong> でログイン中です。このアカウントを管理者にできます。このリンクは1回だけ使えます。
setup-member-submit = 管理者になる

## The page behind the link of an email. For each kind of email: the title of the page, a text, and a button that does it.

mail-link-email-verification-title = メールアドレスの確認
mail-link-email-verification-text-html = <strong dir="auto">{ $email }</strong> は、ご自身のメールアドレスですか？
mail-link-email-verification-button = はい、確認します
mail-link-sign-up-confirmation-title = 登録を完了する
mail-link-sign-up-confirmation-text-html = メールアドレス <strong dir="auto">{ $email }</strong> で、{ $site } のアカウントを作成します。登録した覚えがない場合は、そのままこのページを閉じてください。
mail-link-sign-up-confirmation-button = アカウントを作成
mail-link-email-change-title = 新しいメールアドレスの確認
mail-link-email-change-text-html = メールアドレスを <strong dir="auto">{ $email }</strong> に変更します。今後は、このメールアドレスでログインしてください。
mail-link-email-change-button = このアドレスを使う
mail-link-email-changed-title = メールアドレスの変更を取り消す
mail-link-email-changed-text-html = アカウントのメールアドレスが <strong dir="auto">{ $email }</strong> に戻り、すべてのデバイスからログアウトします。パスワードを再設定するまで、アカウントはロックされます。再設定用のリンクはメールでお送りします。
mail-link-email-changed-button = 変更を取り消す
mail-link-account-locked-title = アカウントのロック解除
mail-link-account-locked-text-html = 誤ったパスワードが何度も入力されたため、<strong dir="auto">{ $email }</strong> のアカウントをロックしました。推測されにくいパスワードをお使いの場合は、ロックを解除できます。
mail-link-account-locked-button = ロックを解除

## Error pages. Their titles and texts are elsewhere.

error-page-status = エラー { $status }
error-page-home = トップページへ
error-page-new-link = 新しいリンクを申し込む
error-page-help-html = 解決しない場合は<a href="{ $link }">メールでお問い合わせください</a>
