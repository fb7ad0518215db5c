### Words that many pages share.

## Fields and buttons

common-email = البريد الإلكتروني
common-password = كلمة المرور
common-name = الاسم
common-new-password = كلمة المرور الجديدة
common-current-password = كلمة المرور الحالية
common-sign-up = إنشاء حساب
common-log-in = تسجيل الدخول
common-log-out = تسجيل الخروج

## Lists

common-older = السجلات الأقدم
common-newest = السجلات الأحدث
common-next = التالي
common-previous = السابق
common-pages = الصفحات
common-never = لم يحدث بعد
common-unknown-place = مكان غير معروف
common-unknown-device = جهاز غير معروف

## People and places

common-your-account = حسابك

## Times

date-time = { $day } { $month_name } { $year }، { $time } UTC
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

# In the genitive, after the word for "after".
time-hours = { $count ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
time-days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}

time-ago-now = الآن
time-ago-minutes = { $count ->
    [zero] قبل أقل من دقيقة
    [one] قبل دقيقة واحدة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
    [many] قبل { $count } دقيقة
   *[other] قبل { $count } دقيقة
}
time-ago-hours = { $count ->
    [zero] قبل أقل من ساعة
    [one] قبل ساعة واحدة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
    [many] قبل { $count } ساعة
   *[other] قبل { $count } ساعة
}
time-ago-days = { $count ->
    [zero] قبل أقل من يوم
    [one] قبل يوم واحد
    [two] قبل يومين
    [few] قبل { $count } أيام
    [many] قبل { $count } يومًا
   *[other] قبل { $count } يوم
}

## Units

unit-milliseconds = { $count } ملي ث
unit-seconds = { $count } ث
unit-kibibytes = { $count } كيبيبايت
unit-mebibytes = { $count } ميبيبايت

## Devices

# The first sign makes the text right-to-left, also where only its own letters say so (bdi): it begins with a Latin name.
device-browser-on-system = {"\u200F"}{ $browser } على { $system }
device-name = { $name }
