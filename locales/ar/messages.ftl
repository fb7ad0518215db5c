### Sentences that the program chooses: what has just happened, what is wrong with a form, what an event or an email was.

## Flash messages: shown once at the top of the next page

flash-account-created = أهلًا بك! حسابك جاهز.
flash-logged-out = تم تسجيل خروجك.
flash-password-changed = تم تغيير كلمة المرور وتسجيل خروجك من جميع الأجهزة الأخرى.
flash-name-changed = تم حفظ الاسم.
flash-name-removed = تمت إزالة الاسم.
flash-session-ended = تم تسجيل الخروج من ذلك الجهاز.
flash-session-gone = سبق تسجيل الخروج من ذلك الجهاز.
flash-other-sessions-ended = تم تسجيل الخروج من جميع أجهزتك الأخرى.
flash-set-up-done = أصبحت لديك الآن صلاحية المسؤول.
flash-please-log-in = يُرجى تسجيل الدخول للمتابعة.
flash-log-in-refused = البريد الإلكتروني أو كلمة المرور غير صحيحة، أو أن الحساب معطّل.
flash-email-taken = البريد الإلكتروني مسجَّل بالفعل
flash-too-many-attempts = محاولات كثيرة جدًا.
flash-unavailable = الموقع مشغول حاليًا. لم يتغيّر شيء.
flash-unexpected = حدث خطأ من جانبنا. لم يتغيّر شيء. يُرجى إعادة المحاولة.
try-again-soon = يُرجى إعادة المحاولة بعد لحظات.
try-again-seconds = { $count ->
    [zero] يُرجى إعادة المحاولة الآن.
    [one] يُرجى إعادة المحاولة بعد ثانية واحدة.
    [two] يُرجى إعادة المحاولة بعد ثانيتين.
    [few] يُرجى إعادة المحاولة بعد { $count } ثوانٍ.
    [many] يُرجى إعادة المحاولة بعد { $count } ثانية.
   *[other] يُرجى إعادة المحاولة بعد { $count } ثانية.
}
try-again-minutes = { $count ->
    [zero] يُرجى إعادة المحاولة الآن.
    [one] يُرجى إعادة المحاولة بعد دقيقة واحدة.
    [two] يُرجى إعادة المحاولة بعد دقيقتين.
    [few] يُرجى إعادة المحاولة بعد { $count } دقائق.
    [many] يُرجى إعادة المحاولة بعد { $count } دقيقة.
   *[other] يُرجى إعادة المحاولة بعد { $count } دقيقة.
}
try-again-hours = { $count ->
    [zero] يُرجى إعادة المحاولة الآن.
    [one] يُرجى إعادة المحاولة بعد ساعة واحدة.
    [two] يُرجى إعادة المحاولة بعد ساعتين.
    [few] يُرجى إعادة المحاولة بعد { $count } ساعات.
    [many] يُرجى إعادة المحاولة بعد { $count } ساعة.
   *[other] يُرجى إعادة المحاولة بعد { $count } ساعة.
}

# Closing an account; until it is deleted, logging in opens it again.
flash-account-closed = تم إغلاق حسابك وسيُحذف. إذا غيّرت رأيك، فيكفي تسجيل الدخول قبل ذلك للاحتفاظ به.
flash-account-reopened = أهلًا بعودتك! تمت إعادة فتح حسابك ولن يُحذف.
flash-last-administrator-stays = لا يوجد مسؤول غيرك. يُرجى منح صلاحية المسؤول لشخص آخر أولًا.

# Confirming and changing an email address
flash-verification-sent = أرسلنا إليك رابطًا جديدًا. لم تعد الروابط السابقة صالحة.
flash-link-sent-again = إذا كان العنوان صحيحًا، فستصلك رسالة أخرى. لا يعمل إلا أحدث رابط.
flash-email-verified = شكرًا لك! تم تأكيد عنوان بريدك الإلكتروني.
flash-sign-up-confirmed = أهلًا بك! حسابك جاهز. يُرجى تسجيل الدخول بكلمة المرور التي اخترتها.
flash-email-change-requested = أرسلنا رابطًا إلى عنوانك الجديد. سيتغيّر عنوان بريدك الإلكتروني عند فتح الرابط.
flash-email-change-cancelled = أُلغي التغيير، وبقي عنوان بريدك الإلكتروني كما هو.
flash-email-change-not-pending = لم يعد هناك تغيير لعنوان البريد الإلكتروني ينتظر التأكيد.
flash-email-changed = تم تحديث عنوان بريدك الإلكتروني. وأرسلنا إشعارًا إلى عنوانك القديم.
flash-email-change-undone = عاد عنوانك القديم وتم تسجيل الخروج من جميع الأجهزة. أرسلنا إليك رابطًا لتعيين كلمة مرور جديدة، وسيبقى حسابك مقفلًا إلى أن يتم ذلك.
flash-email-taken-meanwhile = أنشأ شخص آخر حسابًا بهذا العنوان في هذه الأثناء، لذلك لم يتغيّر شيء.
flash-email-unverified = يُرجى أولًا تأكيد عنوان بريدك الإلكتروني. أرسلنا إليك رابطًا لذلك.

# Passwords and locked accounts
flash-unlocked = تم فتح قفل حسابك.
flash-password-reset = تم تغيير كلمة المرور وتسجيل خروجك من جميع الأجهزة. يُرجى تسجيل الدخول بكلمة المرور الجديدة.
flash-session-ended-by-failures = تم تسجيل خروجك بعد محاولات كثيرة بكلمة مرور خاطئة. للمتابعة، يُرجى تسجيل الدخول مرة أخرى.

# What administrators did to an account
flash-user-disabled = تم تعطيل الحساب وتسجيل خروجه من جميع الأجهزة.
flash-user-enabled = تم تفعيل الحساب.
flash-user-unlocked = تم فتح قفل الحساب.
flash-user-signed-out = تم تسجيل خروج هذا الشخص من جميع الأجهزة.
flash-admin-granted = أصبحت لهذا الشخص صلاحية المسؤول، وعليه تسجيل الدخول من جديد.
flash-admin-revoked = لم تعد لهذا الشخص صلاحية المسؤول.
flash-last-administrator = هذا هو المسؤول الوحيد. يُرجى منح صلاحية المسؤول لشخص آخر أولًا.
flash-mail-retried = تجري إعادة الإرسال.
flash-mail-not-given-up = لا يمكن إعادة إرسال سوى الرسائل التي تعذّر إرسالها.

## Mistakes in forms: shown at the field and at the top of the page

mistake-email-missing = يُرجى إدخال عنوان بريدك الإلكتروني.
mistake-new-email-missing = يُرجى إدخال عنوان بريدك الإلكتروني الجديد.
mistake-email-invalid = يُرجى إدخال عنوان بريد إلكتروني مثل name@example.com.
mistake-email-too-long = عنوان البريد الإلكتروني هذا طويل جدًا.
mistake-email-look-alike = يمزج هذا العنوان بين أبجديات مختلفة، أو يضم أحرفًا تشبه غيرها في الشكل فقط. يُرجى كتابته من جديد باستخدام لغة واحدة في لوحة المفاتيح.
mistake-email-taken = هناك حساب بهذا البريد الإلكتروني بالفعل.
mistake-email-unchanged = هذا هو عنوان بريدك الإلكتروني الحالي.
mistake-password-missing = يُرجى إدخال كلمة المرور.
mistake-current-password-missing = يُرجى إدخال كلمة المرور الحالية.
mistake-new-password-missing = يُرجى إدخال كلمة مرور جديدة.
mistake-password-too-short = { $minimum ->
    [zero] يُرجى إدخال كلمة مرور أطول.
    [one] يجب ألا تقل كلمة المرور عن حرف واحد.
    [two] يجب ألا تقل كلمة المرور عن حرفين.
    [few] يجب ألا تقل كلمة المرور عن { $minimum } أحرف.
    [many] يجب ألا تقل كلمة المرور عن { $minimum } حرفًا.
   *[other] يجب ألا تقل كلمة المرور عن { $minimum } حرف.
}
mistake-password-too-long = { $maximum ->
    [zero] يُرجى إدخال كلمة مرور أقصر.
    [one] يجب ألا تزيد كلمة المرور على حرف واحد.
    [two] يجب ألا تزيد كلمة المرور على حرفين.
    [few] يجب ألا تزيد كلمة المرور على { $maximum } أحرف.
    [many] يجب ألا تزيد كلمة المرور على { $maximum } حرفًا.
   *[other] يجب ألا تزيد كلمة المرور على { $maximum } حرف.
}
mistake-password-unreadable = تتضمن كلمة المرور هذه أحرفًا تعذّرت علينا قراءتها.
mistake-password-common = كلمة المرور هذه شائعة جدًا. يُفضَّل استخدام بضع كلمات لا رابط بينها.
mistake-password-guessable = كلمة المرور هذه سهلة التخمين. يُفضَّل إضافة بضع كلمات لا رابط بينها.
mistake-password-from-context = يجب ألا تتضمن كلمة المرور عنوان بريدك الإلكتروني أو اسم هذا الموقع.
mistake-password-blocklisted = كلمة المرور هذه غير مسموح بها هنا. يُرجى اختيار كلمة أخرى.
mistake-password-wrong = هذه ليست كلمة المرور الحالية.
mistake-terms-not-accepted = يتطلب إنشاء حساب الموافقة على شروط الاستخدام.
mistake-name-too-long = { $maximum ->
    [zero] الاسم طويل جدًا. الحد الأقصى هو { $maximum } حرف.
    [one] الاسم طويل جدًا. الحد الأقصى هو حرف واحد.
    [two] الاسم طويل جدًا. الحد الأقصى هو حرفان.
    [few] الاسم طويل جدًا. الحد الأقصى هو { $maximum } أحرف.
    [many] الاسم طويل جدًا. الحد الأقصى هو { $maximum } حرفًا.
   *[other] الاسم طويل جدًا. الحد الأقصى هو { $maximum } حرف.
}
mistake-name-unreadable = يحتوي الاسم على رموز غير مرئية. يُرجى إدخاله مجددًا من دونها.

## Error pages: a title, and what to do next

error-400-title = تعذّرت قراءة الطلب
error-400-text = كان هناك خطأ في ما أرسله متصفحك. يُرجى الرجوع وإعادة المحاولة.
error-401-title = يُرجى تسجيل الدخول
error-401-text = يلزم تسجيل الدخول لعرض هذه الصفحة.
error-403-title = غير مسموح
error-403-text = جاء هذا الطلب من موقع آخر، لذلك لم يتغيّر شيء. يُرجى فتح الصفحة هنا وإعادة المحاولة.
error-404-title = الصفحة غير موجودة
error-404-text = لا توجد صفحة بهذا العنوان. ربما نُقلت، أو ربما كان الرابط غير صحيح.
error-405-title = هذا غير متاح في هذه الصفحة
error-405-text = الصفحة موجودة، لكنها لا تقبل هذا النوع من الطلبات.
error-408-title = استغرق ذلك وقتًا طويلًا
error-408-text = بدأ متصفحك إرسال طلب ولم يكمله. يُرجى التحقق من الاتصال وإعادة المحاولة.
error-410-title = انتهت صلاحية هذا الرابط أو سبق استخدامه
error-410-text = يُرجى تسجيل الدخول أو طلب رابط جديد. وإذا طلبت أكثر من رابط، فلا يعمل إلا أحدثها.
error-413-title = الحجم كبير جدًا
error-413-text = يتجاوز هذا الحجم ما يقبله الموقع. يُرجى إرسال شيء أصغر.
error-414-title = طويل جدًا
error-414-text = عنوان الطلب أو ترويساته طويلة جدًا.
error-415-title = تنسيق غير مدعوم
error-415-text = تقبل هذه الصفحة نماذج الويب، وقد أُرسل إليها شيء آخر.
error-422-title = تعذّر قبول النموذج
error-422-text = ما أُرسل لا يتوافق مع النموذج. يُرجى الرجوع وإعادة المحاولة.
error-429-title = محاولات كثيرة جدًا
error-429-text = نحدّ من عدد المحاولات لحماية الحسابات.
error-503-title = الموقع مشغول حاليًا
error-503-text = لم يتغيّر شيء.
# Any other mistake of the server.
error-500-title = حدث خطأ
error-500-text = المشكلة من جانبنا. لم يتغيّر شيء. يُرجى إعادة المحاولة.
# Any other refusal.
error-other-title = لم ينجح ذلك
error-other-text = تعذّرت تلبية هذا الطلب. يُرجى الرجوع وإعادة المحاولة.

# The link that makes the first administrator.
error-set-up-link-title = انتهت صلاحية هذا الرابط أو سبق استخدامه
error-set-up-link-text = يعمل رابط الإعداد مرة واحدة فقط، خلال يوم واحد، وما دام لا يوجد أي مسؤول. للحصول على رابط جديد، يُرجى إعادة تشغيل الخادم، أو تنفيذ الأمر «frontdesk admin create».
# /account/confirm is an address; the sign before it keeps its first slash on the left.
error-confirm-password-title = تأكيد كلمة المرور
error-confirm-password-text = يُرجى تأكيد كلمة المرور في {"\u200E"}/account/confirm ثم إعادة المحاولة.

## Events: lines in the activity log of an account. Short; no full stop.

event-signed-up = إنشاء الحساب
event-logged-in = تسجيل الدخول
event-log-in-failed = فشل تسجيل الدخول
event-logged-out = تسجيل الخروج
event-password-changed = تغيير كلمة المرور
event-session-ended = تسجيل الخروج من جهاز
event-sessions-ended = تسجيل الخروج من جميع الأجهزة
event-disabled = تعطيل الحساب
event-enabled = تفعيل الحساب
event-admin-granted = منح صلاحية المسؤول
event-admin-revoked = سحب صلاحية المسؤول
event-set-up-used = استخدام رابط الإعداد
event-refresh-token-reused = تسجيل خروج تطبيق: استُخدم رمز قديم مرة أخرى
event-account-closed = إغلاق الحساب
event-account-reopened = إعادة فتح الحساب
event-account-deleted = حذف الحساب
event-data-exported = تنزيل البيانات
event-email-verified = تأكيد عنوان البريد الإلكتروني
event-password-reset-requested = طلب إعادة تعيين كلمة المرور
event-password-reset = إعادة تعيين كلمة المرور
event-email-change-requested = طلب تغيير عنوان البريد الإلكتروني
event-email-change-cancelled = إلغاء طلب تغيير عنوان البريد الإلكتروني
event-email-changed = تغيير عنوان البريد الإلكتروني
event-email-change-undone = التراجع عن تغيير عنوان البريد الإلكتروني
event-account-locked = قفل الحساب
event-account-unlocked = فتح قفل الحساب
event-mail-retried = إعادة إرسال رسالة
event-password-confirmation-failed = إدخال كلمة مرور خاطئة أثناء الجلسة
event-session-ended-by-failures = تسجيل الخروج بعد محاولات كثيرة بكلمة مرور خاطئة
event-sign-up-repeated = تكرار محاولة إنشاء الحساب
event-rate-limited = حظر مؤقت: محاولات كثيرة جدًا
event-access-denied = حظر: للمسؤولين فقط
event-cross-site-refused = حظر: طلب من موقع آخر

# Who did it
actor-you = أنت
actor-administrator = أحد المسؤولين
actor-command-line = سطر الأوامر
actor-unknown = غير معروف
actor-email = { $email }
actor-former-user = مستخدم سابق { $id }

## Emails, as lists of sent mail name them

mail-kind-email-verification = تأكيد عنوان البريد الإلكتروني
mail-kind-sign-up-confirmation = إكمال إنشاء الحساب
mail-kind-password-reset = تعيين كلمة مرور جديدة
mail-kind-email-change = تأكيد عنوان البريد الإلكتروني الجديد
mail-kind-email-changed = تم تغيير عنوان البريد الإلكتروني
mail-kind-password-changed = تم تغيير كلمة المرور
mail-kind-new-device = تسجيل دخول جديد
mail-kind-account-closed = تم إغلاق الحساب
mail-kind-account-locked = محاولات كثيرة بكلمة مرور خاطئة
mail-kind-session-ended = تسجيل الخروج: محاولات كثيرة بكلمة مرور خاطئة
mail-kind-admin-granted = تم منح صلاحية المسؤول
mail-kind-admin-revoked = تم سحب صلاحية المسؤول
mail-kind-account-disabled = تم تعطيل الحساب
mail-kind-account-enabled = تم تفعيل الحساب

# Why an email was not sent: continues mail-list-not-sent-reason, "Reason for the withdrawal: …".
not-sent-account-disabled = الحساب معطّل، ولذلك لن يعمل الرابط.
not-sent-address-changed = أصبح للحساب عنوان آخر.
not-sent-link-expired = الرسالة قديمة جدًا، وقد انتهت صلاحية رابطها.
not-sent-replaced = حلّت محلها رسالة أحدث.
not-sent-not-needed = لم تعد هناك حاجة إليها.
not-sent-too-many = تلقّى هذا العنوان غير المؤكَّد رسائل كثيرة بالفعل.
