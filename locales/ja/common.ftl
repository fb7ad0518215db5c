### Words that many pages share.

## Fields and buttons

common-email = メールアドレス
common-password = パスワード
common-name = 名前
common-new-password = 新しいパスワード
common-current-password = 現在のパスワード
common-sign-up = 新規登録
common-log-in = ログイン
common-log-out = ログアウト

## Lists

common-older = それ以前
common-newest = 最新
common-next = 次へ
common-previous = 前へ
common-pages = ページの移動
common-never = なし
common-unknown-place = 場所不明
common-unknown-device = 不明なデバイス

## People and places

common-your-account = アカウント

## Times

# 2026年11月22日 14:03 UTC
date-time = { $year }年{ $month_name }{ $day }日 { $time } UTC
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月

# 「有効期間は{ $life }です。」
time-hours = { $count }時間
time-days = { $count }日間

time-ago-now = たった今
time-ago-minutes = { $count }分前
time-ago-hours = { $count }時間前
time-ago-days = { $count }日前

## Units

unit-milliseconds = { $count }ミリ秒
unit-seconds = { $count }秒
unit-kibibytes = { $count } KiB
unit-mebibytes = { $count } MiB

## Devices

device-browser-on-system = { $system } の { $browser }
device-name = { $name }
