### The administrators' pages, the parts that they share with the account page, the navigation, and the frame of the
### API reference.

## Navigation

nav-label = メイン
nav-account = アカウント
nav-overview = 概要
nav-users = ユーザー
nav-mail = メール
nav-logged-in-as = ログイン中：

## Overview

admin-overview-title = 概要
admin-overview-people = 利用状況
admin-overview-users = ユーザー{ $count }人
admin-overview-users-hint = アカウントを持つすべての人です。
admin-overview-view-users = ユーザーを見る
admin-overview-no-failed-mail = 送信に失敗したメールはありません
admin-overview-failed-mail = 送信に失敗したメール{ $count }通
admin-overview-waiting-mail = 送信待ち{ $count }通
admin-overview-view-mail = メールを見る
admin-overview-refusals = 拒否したリクエスト
admin-overview-refusals-hint = 未登録のメールアドレスでのログイン、多すぎる試行、別のサイトからのリクエストです。
admin-overview-view-refusals = リクエストを見る
admin-overview-api = プログラム用API
admin-overview-api-hint = プログラムからできることと、コードのサンプルです。
admin-overview-view-api = APIを見る

## Overview: password hashing

admin-hashing-title = パスワードのハッシュ化
admin-hashing-hint = ログインと新規登録のたびに、パスワードのハッシュ化が必要です。サーバーの起動後の処理状況を示します。
admin-hashing-engine = エンジン
admin-hashing-cost = 1件あたりのコスト
admin-hashing-cost-value = { $memory }、反復{ $passes }回、{ $lanes }レーン
admin-hashing-workers = ワーカー
admin-hashing-workers-value = { $workers }個のうち{ $busy }個が稼働中、合計{ $memory }
admin-hashing-threads = 1件あたりのスレッド数
admin-hashing-waiting = 現在の待機数
admin-hashing-waiting-value = { $limit }件のうち{ $count }件：ログイン{ $log_ins }件、新しいパスワード{ $sign_ups }件
admin-hashing-wait = 推定待ち時間
admin-hashing-wait-value = 新規登録で{ $wait }。{ $limit }を過ぎたリクエストは拒否
admin-hashing-waits = 待ち時間の中央値
admin-hashing-waits-value = { $median }、最長{ $longest }（直近{ $count }件）
admin-hashing-no-waits = まだありません
admin-hashing-served = ハッシュ化した件数
admin-hashing-served-value = { $count }
admin-hashing-rejected = 拒否
admin-hashing-rejected-value = { $count }件（後で再試行するよう案内）
admin-hashing-abandoned = 中断
admin-hashing-abandoned-value = { $count }件（待機中に切断）
admin-hashing-rechecked = 再検証
admin-hashing-rechecked-none-wrong = 参照エンジンで{ $count }件、誤りなし
admin-hashing-rechecked-wrong-html = 参照エンジンで{ $count }件、<strong>誤り{ $wrong }件</strong>（ログを参照）

## Users

admin-users-title = ユーザー
admin-users-count = { $count }人
admin-users-found = { $count }人が該当
admin-users-search = 検索
admin-users-state = 状態
admin-users-state-all = すべて
admin-users-state-active = 有効
admin-users-state-disabled = 無効
admin-users-state-closed = 退会済み
admin-users-role = 権限
admin-users-role-all = すべて
admin-users-role-admin = 管理者
admin-users-filter = 絞り込む
admin-users-clear = クリア
admin-users-table = ユーザー
admin-users-sort-by = 並べ替え
admin-users-signed-up = 登録日時
admin-users-last-log-in = 最終ログイン
admin-users-no-match = 該当するユーザーはいません
admin-users-no-match-hint = 検索語を短くするか、状態や権限の条件を変えてみてください。
admin-users-clear-filter = 条件をクリア
admin-users-none = まだ登録したユーザーはいません
admin-users-none-hint = 登録すると、すぐここに表示されます。

## One user

admin-user-self = ご自身
admin-user-details = 詳細
admin-user-signed-up = 登録日時
admin-user-last-log-in = 最終ログイン
admin-user-address = メールアドレス
admin-user-confirmed = 確認済み
admin-user-not-confirmed = 未確認
admin-user-id = ユーザーID
admin-user-access = アクセス
admin-user-disabled = アカウントは無効です
admin-user-disabled-hint = 有効にすると、再びログインできるようになります。
admin-user-disabled-closed-hint = 無効にする前に、本人が退会していました。無効の間は削除されません。有効にすると、本人が再びログインしない限り、削除されます。
admin-user-enable = 有効にする
admin-user-closed = 退会済みです
admin-user-closed-hint = 本人が退会しました。再びログインしない限り、{ $time } に削除されます。無効にすると、削除されません。
admin-user-enabled = アカウントは有効です
admin-user-enabled-hint = 無効にすると、このユーザーはログアウトし、再び有効にするまでログインできません。
admin-user-disable = 無効にする
admin-user-is-admin = 管理者です
admin-user-is-admin-hint = すべてのユーザーを閲覧し、管理できます。
admin-user-remove-admin = 管理者から外す
admin-user-is-not-admin = 管理者ではありません
admin-user-is-not-admin-hint = 管理者は、すべてのユーザーを閲覧し、管理できます。
admin-user-make-admin = 管理者にする
admin-user-locked = アカウントはロックされています
admin-user-locked-hint = 誤ったパスワードが何度も入力されました。本人がパスワードを再設定するか、メールのリンクを開くまで、これまでに使ったことのあるデバイスからしかログインできません。
admin-user-unlock-hint = どのデバイスからでも、パスワードで再びログインできるようになります。
admin-user-unlock = ロックを解除
admin-user-log-out-everywhere = 全デバイスからログアウト
admin-user-log-out-everywhere-hint = このユーザーのすべてのセッションを終了します。ユーザーは再びログインできます。
admin-user-sessions = セッション
admin-user-more-sessions = 最近使われた{ $count }件のセッションだけを表示しています。
admin-user-no-sessions = ログイン中のデバイスはありません。
admin-user-mail = メール
admin-user-more-mail-html = 最近の{ $count }通だけを表示しています。<a href="{ $url }">すべてのメールを見る</a>
admin-user-no-mail = 最近のメールはありません。
admin-user-history = 履歴
admin-user-no-older-events = これより前の履歴はありません。
admin-user-no-events = まだ履歴はありません。
admin-user-history-pages = 履歴ページの移動

## Make an administrator

admin-make-admin-title = { $email } を管理者にしますか？
admin-make-admin-heading = このメールアドレスは未確認です
admin-make-admin-text-html = 自分のものではないメールアドレスでも、登録はできてしまいます。<strong dir="auto">{ $email }</strong> がこのアカウントの利用者本人のものかどうかは、まだわかりません。
admin-make-admin-hint = 管理者は、すべてのアカウントを閲覧し、変更できます。まず本人に、アカウント画面のボタンからメールアドレスの確認を済ませるよう依頼してください。本人のアカウントであることが確実な場合だけ、続けてください。
admin-make-admin-submit = それでも管理者にする

## Mail

admin-mail-title = メール
admin-mail-filter = メールの絞り込み
admin-mail-all = すべて
admin-mail-waiting = 送信待ち
admin-mail-folder-html = メールはこのサーバーの外に送信されず、<code><bdi>{ $folder }</bdi></code> に保存されます。送信するには <code>mail.transport</code> と <code>mail.smtp_url</code> を設定してください。
admin-mail-sent = 送信済み
admin-mail-failed = 送信失敗
admin-mail-not-sent = 送信中止
admin-mail-none-older = これより前のメールはありません
admin-mail-none-waiting = 送信待ちのメールはありません
admin-mail-none-waiting-hint = 新しいメールは1～2秒で送信されます。
admin-mail-none-failed = 送信に失敗したメールはありません
admin-mail-none-failed-hint = 送信できなかったメールは、理由とともにここに表示されます。
admin-mail-none-not-sent = 送信を中止したメールはありません
admin-mail-none-not-sent-hint = 不要になったメールや、リンクが使えなくなったメールは送信されず、理由とともにここに表示されます。
admin-mail-none = まだメールはありません
admin-mail-none-hint = 確認用リンク、パスワード再設定用リンク、お知らせのメールが、ここに30日間表示されます。

## Refused requests

admin-refusals-title = 拒否したリクエスト
admin-refusals-hint = 未登録のメールアドレスでのログイン、多すぎる試行、別のサイトのページからのリクエストです。アカウントに関するものは、そのアカウントの履歴に表示されます。
admin-refusals-left-out = この1時間に、ほかに{ $count }件ありました。ディスクがいっぱいになるのを防ぐため、一覧には表示せず、件数だけを数えています。ログには1件ずつ記録されています。
admin-refusals-none-older = これより前のリクエストはありません。
admin-refusals-none = 拒否したリクエストはまだありません。

## Parts: what is said of a user

user-state-active = 有効
user-state-disabled = 無効
user-state-closed = 退会済み
user-state-locked = ロック中
user-state-unconfirmed = 未確認
user-role-admin = 管理者
user-role-member = 一般

## Parts: what happened

event-table-when = 日時
event-table-event = 内容
event-table-by = 実行者
event-table-from = 接続元
event-table-device-and-address-html = <bdi>{ $device }</bdi>、<bdi>{ $address }</bdi>
event-table-not-recorded = 記録なし

## Parts: emails

mail-list-state-waiting = 送信待ち
mail-list-state-sent = 送信済み
mail-list-state-written = ファイルに保存済み
mail-list-state-failed = 送信失敗
mail-list-state-not-sent = 送信中止
mail-list-to-html = 宛先：<bdi>{ $email }</bdi>
mail-list-to-user-html = 宛先：<a href="{ $url }"><bdi>{ $email }</bdi></a>
# Labels right before a date.
mail-list-created = 作成
mail-list-sent = 送信
mail-list-written = 保存
mail-list-failed = 失敗
mail-list-withdrawn = 中止
mail-list-next-attempt = 次回の送信
mail-list-not-sent-reason = 送信中止：{ $reason }
mail-list-sending-again-html = 再送信しています。直前のエラー：<bdi>{ $error }</bdi>
mail-list-attempts-html = { $count }回試みました。直前のエラー：<bdi>{ $error }</bdi>
mail-list-retry = 再送信
mail-list-retry-which = （{ $email } 宛ての「{ $mail }」）

## Parts: sessions

session-list-program = プログラム
session-list-this-device = このデバイス
# Labels right before a date.
session-list-logged-in = ログイン
session-list-last-used = 最終使用
session-list-end = ログアウトさせる
session-list-end-which = （{ $device }、{ $address }、最終使用 { $time }）

## API reference

reference-title = API
reference-version = バージョン { $version }
reference-machine-html = 機械可読形式：<a href="{ $url }">openapi.json</a>（OpenAPI 3.1）
reference-contents = 目次
reference-needs-token = トークンが必要
reference-parameters = パラメーター
reference-body = リクエスト本文
reference-body-as-html = <a href="{ $url }">{ $schema }</a>（<code>{ $content_type }</code>）
reference-responses = レスポンス
reference-samples = サンプル
reference-copy = { $language }のサンプルをコピー
reference-copied = コピーしました
reference-headers = ヘッダー：
reference-schemas = スキーマ
reference-example = 例
reference-list-of = { $item } のリスト
reference-object-of = 値が { $item } のオブジェクト
reference-all-of = { $schema } の全項目
reference-or = または
# Stand after a type, with commas between them.
reference-minimum = { $minimum }以上
reference-maximum = { $maximum }以下
reference-minimum-length = { $count }文字以上
reference-maximum-length = { $count }文字以下
reference-default = 既定値 { $value }
reference-optional = 省略可
