### The administrators' pages, the parts that they share with the account page, the navigation, and the frame of the
### API reference.

## Navigation
## At the top of every page for people who are logged in.

nav-label = القائمة الرئيسية
nav-account = الحساب
nav-overview = نظرة عامة
nav-users = المستخدمون
nav-mail = الرسائل
nav-logged-in-as = تم تسجيل الدخول بالعنوان

## Overview
## The administrators' front page: how many people there are, and how the server is doing.

admin-overview-title = نظرة عامة
admin-overview-people = الأشخاص
admin-overview-users = { $count ->
        [zero] لا يوجد مستخدمون
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }
admin-overview-users-hint = كل من لديه حساب.
admin-overview-view-users = عرض المستخدمين
admin-overview-no-failed-mail = لا توجد رسائل تعذّر إرسالها
admin-overview-failed-mail = { $count ->
        [zero] لا توجد رسائل تعذّر إرسالها
        [one] رسالة واحدة تعذّر إرسالها
        [two] رسالتان تعذّر إرسالهما
        [few] { $count } رسائل تعذّر إرسالها
        [many] { $count } رسالة تعذّر إرسالها
       *[other] { $count } رسالة تعذّر إرسالها
    }
admin-overview-waiting-mail = { $count ->
        [zero] لا توجد رسائل في انتظار الإرسال
        [one] رسالة واحدة في انتظار الإرسال
        [two] رسالتان في انتظار الإرسال
        [few] { $count } رسائل في انتظار الإرسال
        [many] { $count } رسالة في انتظار الإرسال
       *[other] { $count } رسالة في انتظار الإرسال
    }
admin-overview-view-mail = عرض الرسائل
admin-overview-refusals = الطلبات المرفوضة
admin-overview-refusals-hint = محاولات تسجيل دخول بعناوين غير معروفة، ومحاولات كثيرة جدًا، وطلبات من مواقع أخرى.
admin-overview-view-refusals = عرض الطلبات
admin-overview-api = واجهة API للبرامج
admin-overview-api-hint = ما يمكن للبرامج فعله هنا، مع أمثلة برمجية.
admin-overview-view-api = عرض واجهة API

## Overview: password hashing
## Figures of the queue in which passwords are turned into hashes. Each has a label (dt) and a value (dd).

admin-hashing-title = تجزئة كلمات المرور
admin-hashing-hint = يتطلّب كل تسجيل دخول وكل إنشاء حساب تجزئة كلمة المرور. وتوضّح هذه الأرقام أداء الخادم منذ بدء تشغيله.
admin-hashing-engine = المحرّك
admin-hashing-cost = تكلفة كل تجزئة
admin-hashing-cost-value = { $memory }، { $passes ->
        [zero] بلا جولات
        [one] جولة واحدة
        [two] جولتان
        [few] { $passes } جولات
        [many] { $passes } جولة
       *[other] { $passes } جولة
    }، { $lanes ->
        [zero] بلا مسارات
        [one] مسار واحد
        [two] مساران
        [few] { $lanes } مسارات
        [many] { $lanes } مسارًا
       *[other] { $lanes } مسار
    }
admin-hashing-workers = وحدات التجزئة
admin-hashing-workers-value = { $busy } من أصل { $workers } قيد العمل، وإجمالي الذاكرة { $memory }
admin-hashing-threads = خيوط المعالجة لكل تجزئة
admin-hashing-waiting = في الانتظار الآن
admin-hashing-waiting-value = { $count } من أصل { $limit } في قائمة الانتظار: { $log_ins ->
        [zero] لا عمليات تسجيل دخول
        [one] عملية تسجيل دخول واحدة
        [two] عمليتا تسجيل دخول
        [few] { $log_ins } عمليات تسجيل دخول
        [many] { $log_ins } عملية تسجيل دخول
       *[other] { $log_ins } عملية تسجيل دخول
    }، { $sign_ups ->
        [zero] ولا كلمات مرور جديدة
        [one] وكلمة مرور جديدة واحدة
        [two] وكلمتا مرور جديدتان
        [few] و{ $sign_ups } كلمات مرور جديدة
        [many] و{ $sign_ups } كلمة مرور جديدة
       *[other] و{ $sign_ups } كلمة مرور جديدة
    }
admin-hashing-wait = الانتظار المتوقَّع
admin-hashing-wait-value = { $wait } عند إنشاء حساب؛ وتُرفض الطلبات بعد { $limit }
admin-hashing-waits = وسيط الانتظار
admin-hashing-waits-value = { $median }؛ والأطول { $longest } ({ $count ->
        [zero] لا عمليات تجزئة بعد
        [one] آخر عملية تجزئة
        [two] آخر عمليتَي تجزئة
        [few] آخر { $count } عمليات تجزئة
        [many] آخر { $count } عملية تجزئة
       *[other] آخر { $count } عملية تجزئة
    })
admin-hashing-no-waits = لا عمليات تجزئة بعد
admin-hashing-served = عمليات التجزئة
admin-hashing-served-value = { $count }
admin-hashing-rejected = المرفوضة
admin-hashing-rejected-value = { $count ->
        [zero] لا توجد طلبات مرفوضة
        [one] طلب واحد، مع دعوة إلى إعادة المحاولة لاحقًا
        [two] طلبان، مع دعوة إلى إعادة المحاولة لاحقًا
        [few] { $count } طلبات، مع دعوة إلى إعادة المحاولة لاحقًا
        [many] { $count } طلبًا، مع دعوة إلى إعادة المحاولة لاحقًا
       *[other] { $count } طلب، مع دعوة إلى إعادة المحاولة لاحقًا
    }
admin-hashing-abandoned = المتروكة
admin-hashing-abandoned-value = { $count ->
        [zero] لا توجد طلبات متروكة
        [one] طلب واحد، انقطع اتصاله أثناء الانتظار
        [two] طلبان، انقطع اتصالهما أثناء الانتظار
        [few] { $count } طلبات، انقطع اتصالها أثناء الانتظار
        [many] { $count } طلبًا، انقطع اتصالها أثناء الانتظار
       *[other] { $count } طلب، انقطع اتصالها أثناء الانتظار
    }
admin-hashing-rechecked = المُعاد فحصها
admin-hashing-rechecked-none-wrong = { $count } بالمحرّك المرجعي، بلا أخطاء
admin-hashing-rechecked-wrong-html = { $count } بالمحرّك المرجعي، <strong>والخاطئ منها { $wrong }</strong> (التفاصيل في سجل الخادم)

## Users
## The list of all users, with a search, filters and a table.

admin-users-title = المستخدمون
admin-users-count = { $count ->
        [zero] لا يوجد مستخدمون
        [one] مستخدم واحد
        [two] مستخدمان
        [few] { $count } مستخدمين
        [many] { $count } مستخدمًا
       *[other] { $count } مستخدم
    }
admin-users-found = { $count ->
        [zero] لا توجد نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
admin-users-search = بحث
admin-users-state = الحالة
admin-users-state-all = الكل
admin-users-state-active = نشط
admin-users-state-disabled = معطّل
admin-users-state-closed = مغلق
admin-users-role = الدور
admin-users-role-all = الكل
admin-users-role-admin = المسؤولون
admin-users-filter = تصفية
admin-users-clear = مسح
admin-users-table = المستخدمون
admin-users-sort-by = الترتيب حسب
admin-users-signed-up = تاريخ الانضمام
admin-users-last-log-in = آخر تسجيل دخول
admin-users-no-match = لا يوجد مستخدم مطابق
admin-users-no-match-hint = يمكنك تجربة بحث أقصر، أو حالة أخرى، أو دور آخر.
admin-users-clear-filter = مسح عوامل التصفية
admin-users-none = لا توجد حسابات بعد
admin-users-none-hint = يظهر المستخدمون هنا فور إنشاء حساباتهم.

## One user
## What an administrator sees of one person, and can do with the account.

admin-user-self = هذا حسابك
admin-user-details = التفاصيل
admin-user-signed-up = تاريخ الانضمام
admin-user-last-log-in = آخر تسجيل دخول
admin-user-address = البريد الإلكتروني
admin-user-confirmed = مؤكَّد
admin-user-not-confirmed = غير مؤكَّد
admin-user-id = معرّف المستخدم
admin-user-access = الصلاحيات
admin-user-disabled = الحساب معطّل
admin-user-disabled-hint = تفعيله يتيح تسجيل الدخول إليه من جديد.
admin-user-disabled-closed-hint = كان صاحبه قد أغلقه من قبل. لن يُحذف ما دام معطّلًا، وبعد تفعيله سيُحذف ما لم يسجّل صاحبه الدخول من جديد.
admin-user-enable = تفعيل
admin-user-closed = الحساب مغلق
admin-user-closed-hint = أغلقه صاحبه، وسيُحذف في { $time } ما لم يسجّل الدخول من جديد. وتعطيل الحساب يمنع حذفه.
admin-user-enabled = الحساب مفعّل
admin-user-enabled-hint = تعطيله يُنهي جميع الجلسات ويمنع تسجيل الدخول إليه إلى أن تتم إعادة تفعيله.
admin-user-disable = تعطيل
admin-user-is-admin = مسؤول
admin-user-is-admin-hint = يمكنه عرض جميع المستخدمين وإدارتهم.
admin-user-remove-admin = سحب صلاحية المسؤول
admin-user-is-not-admin = من دون صلاحية المسؤول
admin-user-is-not-admin-hint = يمكن للمسؤولين عرض جميع المستخدمين وإدارتهم.
admin-user-make-admin = منح صلاحية المسؤول
admin-user-locked = الحساب مقفل
admin-user-locked-hint = جرت محاولات كثيرة بكلمة مرور خاطئة. إلى أن يتم تعيين كلمة مرور جديدة أو فتح الرابط الذي أرسلناه بالبريد الإلكتروني، لا يمكن تسجيل الدخول إلا من الأجهزة التي سبق استخدامها.
admin-user-unlock-hint = بعد ذلك يمكن تسجيل الدخول من أي جهاز باستخدام كلمة المرور.
admin-user-unlock = فتح القفل
admin-user-log-out-everywhere = تسجيل الخروج من جميع الأجهزة
admin-user-log-out-everywhere-hint = يُنهي جميع الجلسات، ويمكن تسجيل الدخول من جديد.
admin-user-sessions = الجلسات
admin-user-more-sessions = { $count ->
        [zero] لا تظهر هنا أي جلسة.
        [one] تظهر هنا الجلسة الأحدث استخدامًا فقط.
        [two] تظهر هنا الجلستان الأحدث استخدامًا فقط.
        [few] تظهر هنا الجلسات الأحدث استخدامًا فقط، وعددها { $count }.
        [many] تظهر هنا الجلسات الأحدث استخدامًا فقط، وعددها { $count }.
       *[other] تظهر هنا الجلسات الأحدث استخدامًا فقط، وعددها { $count }.
    }
admin-user-no-sessions = لا توجد جلسات حاليًا.
admin-user-mail = الرسائل
admin-user-more-mail-html = { $count ->
        [zero] لا تظهر هنا أي رسالة.
        [one] تظهر هنا أحدث رسالة فقط.
        [two] تظهر هنا أحدث رسالتين فقط.
        [few] تظهر هنا أحدث { $count } رسائل فقط.
        [many] تظهر هنا أحدث { $count } رسالة فقط.
       *[other] تظهر هنا أحدث { $count } رسالة فقط.
    } <a href="{ $url }">عرض جميع الرسائل</a>
admin-user-no-mail = لا توجد رسائل حديثة.
admin-user-history = سجل النشاط
admin-user-no-older-events = لا يوجد نشاط أقدم.
admin-user-no-events = لا يوجد أي نشاط بعد.
admin-user-history-pages = صفحات سجل النشاط

## Make an administrator
## A question, where the person's email address is not confirmed.

admin-make-admin-title = منح { $email } صلاحية المسؤول؟
admin-make-admin-heading = هذا العنوان غير مؤكَّد
admin-make-admin-text-html = يمكن لأي شخص إنشاء حساب بعنوان ليس له. ولا نعلم بعد إن كان <strong dir="auto">{ $email }</strong> عنوان من يستخدم هذا الحساب.
admin-make-admin-hint = يمكن للمسؤول عرض كل الحسابات وتغييرها. يُرجى أولًا مطالبة هذا الشخص بتأكيد العنوان: في صفحة حسابه زر مخصّص لذلك. ولا يُنصح بالمتابعة إلا عند التأكد تمامًا من أن الحساب له.
admin-make-admin-submit = منح صلاحية المسؤول رغم ذلك

## Mail
## The emails that the server has sent, or is going to send, to people.

admin-mail-title = الرسائل
admin-mail-filter = تصفية الرسائل
admin-mail-all = الكل
admin-mail-waiting = قيد الانتظار
admin-mail-folder-html = لا تغادر الرسائل هذا الجهاز: تُكتب في <code><bdi>{ $folder }</bdi></code>. لإرسالها، اضبط <code>mail.transport</code> و<code>mail.smtp_url</code>.
admin-mail-sent = المُرسَلة
admin-mail-failed = تعذّر إرسالها
admin-mail-not-sent = الملغاة
admin-mail-none-older = لا توجد رسائل أقدم
admin-mail-none-waiting = لا توجد رسائل قيد الانتظار
admin-mail-none-waiting-hint = تُرسَل الرسائل الجديدة خلال ثانية أو ثانيتين.
admin-mail-none-failed = لا توجد رسائل تعذّر إرسالها
admin-mail-none-failed-hint = تظهر هنا الرسائل التي تعذّر إرسالها، مع ذكر السبب.
admin-mail-none-not-sent = لا توجد رسائل ملغاة
admin-mail-none-not-sent-hint = لا تُرسَل الرسائل التي لم تعد هناك حاجة إليها، أو التي تتضمن رابطًا لم يعد صالحًا. وتظهر هنا مع ذكر السبب.
admin-mail-none = لا توجد رسائل بعد
admin-mail-none-hint = تظهر هنا روابط التأكيد وروابط كلمة المرور والإشعارات لمدة 30 يومًا.

## Refused requests
## Requests that concern no account and that the server refused.

admin-refusals-title = الطلبات المرفوضة
admin-refusals-hint = محاولات تسجيل دخول بعناوين غير معروفة، ومحاولات كثيرة جدًا، وطلبات واردة من صفحات مواقع أخرى. أما ما يخص حسابًا بعينه، فيظهر في سجل نشاط ذلك الحساب.
admin-refusals-left-out = { $count ->
        [zero] لا توجد طلبات أخرى خلال هذه الساعة.
        [one] هناك طلب آخر خلال هذه الساعة لا يظهر في القائمة، حتى لا يتمكّن أحد من ملء القرص. يُذكر هنا عدده فقط، وله سطر في سجل الخادم.
        [two] هناك طلبان آخران خلال هذه الساعة لا يظهران في القائمة، حتى لا يتمكّن أحد من ملء القرص. يُذكر هنا عددهما فقط، ولكل منهما سطر في سجل الخادم.
        [few] هناك { $count } طلبات أخرى خلال هذه الساعة لا تظهر في القائمة، حتى لا يتمكّن أحد من ملء القرص. يُذكر هنا عددها فقط، ولكل منها سطر في سجل الخادم.
        [many] هناك { $count } طلبًا آخر خلال هذه الساعة لا تظهر في القائمة، حتى لا يتمكّن أحد من ملء القرص. يُذكر هنا عددها فقط، ولكل منها سطر في سجل الخادم.
       *[other] هناك { $count } طلب آخر خلال هذه الساعة لا تظهر في القائمة، حتى لا يتمكّن أحد من ملء القرص. يُذكر هنا عددها فقط، ولكل منها سطر في سجل الخادم.
    }
admin-refusals-none-older = لا توجد طلبات أقدم.
admin-refusals-none = لا توجد طلبات مرفوضة بعد.

## Parts: what is said of a user
## Badges and short words beside an address, and in the list of users.

user-state-active = نشط
user-state-disabled = معطّل
user-state-closed = مغلق
user-state-locked = مقفل
user-state-unconfirmed = غير مؤكَّد
user-role-admin = مسؤول
user-role-member = عضو

## Parts: what happened
## A table, on the pages of one user, of refused requests and of one's own activity. On narrow screens "By" and "From"
## are labels before the value.

event-table-when = الوقت
event-table-event = الحدث
event-table-by = بواسطة
event-table-from = المصدر
event-table-device-and-address-html = <bdi>{ $device }</bdi>، <bdi>{ $address }</bdi>
event-table-not-recorded = غير مسجَّل

## Parts: emails
## A list, on the page of all mail and on the page of one user.

mail-list-state-waiting = قيد الانتظار
mail-list-state-sent = مُرسَلة
mail-list-state-written = مكتوبة في ملف
mail-list-state-failed = تعذّر الإرسال
mail-list-state-not-sent = ملغاة
mail-list-to-html = إلى <bdi>{ $email }</bdi>
mail-list-to-user-html = إلى <a href="{ $url }"><bdi>{ $email }</bdi></a>
mail-list-created = أُنشئت:
mail-list-sent = أُرسلت:
mail-list-written = كُتبت:
mail-list-failed = تعذّر الإرسال:
mail-list-withdrawn = أُلغيت:
mail-list-next-attempt = المحاولة التالية:
mail-list-not-sent-reason = سبب الإلغاء: { $reason }
mail-list-sending-again-html = تجري إعادة الإرسال. آخر خطأ: <bdi>{ $error }</bdi>
mail-list-attempts-html = { $count ->
        [zero] لا محاولات بعد.
        [one] محاولة واحدة.
        [two] محاولتان.
        [few] { $count } محاولات.
        [many] { $count } محاولة.
       *[other] { $count } محاولة.
    } آخر خطأ: <bdi>{ $error }</bdi>
mail-list-retry = إعادة المحاولة
mail-list-retry-which = («{ $mail }» إلى { $email })

## Parts: sessions
## Where somebody is logged in: a list on the account page and on the page of one user.

session-list-program = برنامج
session-list-this-device = هذا الجهاز
session-list-logged-in = تسجيل الدخول:
session-list-last-used = آخر استخدام:
session-list-end = إنهاء الجلسة
session-list-end-which = ({ $device }، { $address }، آخر استخدام { $time })

## API reference
## The frame of the page for developers at /docs. The descriptions between these words are always in English.

reference-title = API
reference-version = الإصدار { $version }
reference-machine-html = للقراءة الآلية: <a href="{ $url }">openapi.json</a> (OpenAPI 3.1).
reference-contents = المحتويات
reference-needs-token = يتطلّب رمز وصول
reference-parameters = المعلمات
reference-body = محتوى الطلب
reference-body-as-html = <a href="{ $url }">{ $schema }</a> بتنسيق <code>{ $content_type }</code>
reference-responses = الاستجابات
reference-samples = أمثلة
reference-copy = نسخ مثال { $language }
reference-copied = تم النسخ
reference-headers = الترويسات:
reference-schemas = المخططات
reference-example = مثال
reference-list-of = قائمة من { $item }
reference-object-of = كائن قيمه من النوع { $item }
reference-all-of = جميع حقول { $schema }
reference-or = أو
# These begin with a word, not with the number, which would otherwise stick to the Latin name of the type before it.
reference-minimum = لا يقل عن { $minimum }
reference-maximum = لا يزيد على { $maximum }
reference-minimum-length = { $count ->
        [zero] بلا حد أدنى للطول
        [one] لا يقل عن حرف واحد
        [two] لا يقل عن حرفين
        [few] لا يقل عن { $count } أحرف
        [many] لا يقل عن { $count } حرفًا
       *[other] لا يقل عن { $count } حرف
    }
reference-maximum-length = { $count ->
        [zero] بلا أحرف
        [one] لا يزيد على حرف واحد
        [two] لا يزيد على حرفين
        [few] لا يزيد على { $count } أحرف
        [many] لا يزيد على { $count } حرفًا
       *[other] لا يزيد على { $count } حرف
    }
reference-default = القيمة الافتراضية { $value }
reference-optional = اختياري
