### The pages on which people who are logged in manage their own account.

## Your account

account-unverified-title = تأكيد عنوان بريدك الإلكتروني
account-unverified-text-html = لضمان إمكانية استعادة حسابك، يُرجى تأكيد العنوان <strong dir="auto">{ $email }</strong> من خلال الرابط الذي أرسلناه إليك. لم يصلك الرابط؟
account-undelivered-html = تعذّر تسليم رسالتنا إلى <strong dir="auto">{ $email }</strong>. هل العنوان صحيح؟ إذا لم يكن كذلك، يُرجى <a href="{ $change }">تصحيحه</a>.
account-unverified-submit = إرسال رابط جديد
account-locked-title = حسابك مقفل جزئيًا
account-locked-text-html = بسبب محاولات كثيرة بكلمة مرور خاطئة، لا يمكنك تسجيل الدخول إلا من الأجهزة التي سبق لك استخدامها. لفتح قفل حسابك، يُرجى فتح الرابط الذي أرسلناه إليك بالبريد الإلكتروني، أو <a href="{ $reset }">تعيين كلمة مرور جديدة</a>.
account-pending-email-title = تغيير عنوان البريد الإلكتروني
account-pending-email-html = في انتظار تأكيد العنوان <strong dir="auto">{ $email }</strong>. لن يتغيّر عنوانك إلى أن يتم فتح الرابط الذي أرسلناه إليه.
account-pending-email-resend = إعادة إرسال الرابط
account-pending-email-cancel = إلغاء التغيير
account-details-title = الملف الشخصي
account-name-hint = اختياري. يظهر لك ولمشرفي هذا الموقع بجانب عنوان بريدك الإلكتروني. اترك الحقل فارغًا لإزالته.
account-name-submit = حفظ الاسم
account-email-state = حالة البريد
account-email-confirmed-html = مؤكَّد. <a href="{ $change }">تغيير عنوان البريد الإلكتروني</a>
account-email-unconfirmed-html = غير مؤكَّد بعد. <a href="{ $change }">تغيير عنوان البريد الإلكتروني</a>
account-change-password = تغيير كلمة المرور
account-member-since = تاريخ الانضمام
account-last-log-in = آخر تسجيل دخول
account-sections = أقسام هذه الصفحة
account-security-title = الأمان
account-log-in-state = تسجيل الدخول
account-log-in-open = من أي جهاز باستخدام كلمة المرور
account-log-in-locked = من الأجهزة التي سبق استخدامها فقط
account-activity = النشاط
account-activity-link = عرض نشاط حسابك
account-data = البيانات
account-data-link = تنزيل بياناتك
account-data-text = الحصول على نسخة من البيانات التي يحتفظ بها هذا الموقع عنك.
account-close = منطقة الخطر
account-close-link = إغلاق حسابك
account-close-text = يؤدي إغلاق الحساب إلى تسجيل الخروج من جميع الأجهزة، ثم يُحذف بعد بضعة أيام. للاحتفاظ به، يكفي تسجيل الدخول قبل ذلك.
account-sessions-title = الأجهزة
account-sessions-hint = هذه هي الأجهزة التي تم تسجيل الدخول منها. إذا لاحظت جلسة لا تخصك، يُرجى إنهاؤها وتغيير كلمة المرور.
account-sessions-more = { $count ->
    [zero] لا تظهر هنا أي جلسة. لإنهاء الجلسات الباقية أيضًا، يُرجى إنهاء جميع الجلسات الأخرى.
    [one] تظهر هنا الجلسة الأحدث استخدامًا فقط. لإنهاء الجلسات الباقية أيضًا، يُرجى إنهاء جميع الجلسات الأخرى.
    [two] تظهر هنا الجلستان الأحدث استخدامًا فقط. لإنهاء الجلسات الباقية أيضًا، يُرجى إنهاء جميع الجلسات الأخرى.
    [few] تظهر هنا أحدث { $count } جلسات استخدامًا فقط. لإنهاء الجلسات الباقية أيضًا، يُرجى إنهاء جميع الجلسات الأخرى.
    [many] تظهر هنا أحدث { $count } جلسة استخدامًا فقط. لإنهاء الجلسات الباقية أيضًا، يُرجى إنهاء جميع الجلسات الأخرى.
   *[other] تظهر هنا أحدث { $count } جلسة استخدامًا فقط. لإنهاء الجلسات الباقية أيضًا، يُرجى إنهاء جميع الجلسات الأخرى.
}
account-sessions-end-others = إنهاء جميع الجلسات الأخرى

## Activity: a table of what happened to the account.

activity-title = النشاط
activity-hint-html = هل لاحظت نشاطًا لا يخصك؟ يؤدي <a href="{ $change_password }">تغيير كلمة المرور</a> إلى تسجيل الخروج من جميع الأجهزة الأخرى.
activity-none = لا يوجد أي نشاط بعد.
activity-none-older = لا يوجد نشاط أقدم.

## Change email address

change-email-title = تغيير عنوان البريد الإلكتروني
change-email-hint-html = عنوانك الحالي هو <strong dir="auto">{ $email }</strong>، ولن يتغيّر إلى أن يتم تأكيد العنوان الجديد من خلال الرابط الذي سنرسله إليه.
change-email-new = البريد الإلكتروني الجديد
change-email-submit = إرسال رابط إلى العنوان الجديد

## Change password

change-password-title = تغيير كلمة المرور
change-password-submit = تغيير كلمة المرور

## Confirm your password: before something that nobody else should do in one's browser.

confirm-password-title = تأكيد كلمة المرور
confirm-password-hint = لحماية حسابك، يُرجى إدخال كلمة المرور مرة أخرى.
confirm-password-submit = متابعة

## Your data: downloading everything about oneself.

export-title = بياناتك
export-text = يمكنك تنزيل ملف يضم بياناتك المحفوظة لدى { $site }: حسابك، وأماكن تسجيل دخولك الحالية والسابقة، والرسائل التي أرسلناها إليك مؤخرًا، ونشاط حسابك، وما أجريته على حسابات أخرى.
export-hint = الملف بتنسيق JSON، ويمكن فتحه بأي محرر نصوص. ولا نحتفظ من كلمة مرورك إلا بقيمة تجزئة (hash)، وهي غير مضمَّنة في الملف.
export-submit = تنزيل بياناتك

## Close your account

close-account-title = إغلاق حسابك
close-account-text-html = { $days ->
    [zero] سيتم تسجيل خروجك فورًا من جميع الأجهزة، ومن التطبيقات التي تستخدم حسابك أيضًا. وسيُحذف حساب <strong dir="auto">{ $email }</strong> خلال أقل من يوم.
    [one] سيتم تسجيل خروجك فورًا من جميع الأجهزة، ومن التطبيقات التي تستخدم حسابك أيضًا. وسيُحذف حساب <strong dir="auto">{ $email }</strong> بعد يوم واحد.
    [two] سيتم تسجيل خروجك فورًا من جميع الأجهزة، ومن التطبيقات التي تستخدم حسابك أيضًا. وسيُحذف حساب <strong dir="auto">{ $email }</strong> بعد يومين.
    [few] سيتم تسجيل خروجك فورًا من جميع الأجهزة، ومن التطبيقات التي تستخدم حسابك أيضًا. وسيُحذف حساب <strong dir="auto">{ $email }</strong> بعد { $days } أيام.
    [many] سيتم تسجيل خروجك فورًا من جميع الأجهزة، ومن التطبيقات التي تستخدم حسابك أيضًا. وسيُحذف حساب <strong dir="auto">{ $email }</strong> بعد { $days } يومًا.
   *[other] سيتم تسجيل خروجك فورًا من جميع الأجهزة، ومن التطبيقات التي تستخدم حسابك أيضًا. وسيُحذف حساب <strong dir="auto">{ $email }</strong> بعد { $days } يوم.
    }
close-account-hint-html = إذا غيّرت رأيك، فيكفي تسجيل الدخول إلى هذا الموقع قبل ذلك الموعد للاحتفاظ بحسابك. وبعد الحذف، يبقى سجل بنشاط الحساب يتضمن عناوين IP والمتصفحات، لكن من دون عنوان بريدك الإلكتروني. قد يهمك <a href="{ $export }">تنزيل بياناتك</a> أولًا.
close-account-submit = إغلاق حسابي
