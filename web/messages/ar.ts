/**
 * Modern Standard Arabic, plain and warm. Form of address: neutral as at Apple and Google. Buttons and titles are verbal
 * nouns (إضافة هاتف); what to do is said in the short imperative; you are addressed by the suffix -ك and the past tense,
 * which are written alike for everybody, never by a verb of the present, which is not. What happened is in the passive
 * (أُضيف), so that names of people, phones and browsers need no gender; where a verb has a name as its subject it
 * stands first, in the masculine of هاتف and متصفح.
 *
 * Terms: الحساب account · النشاط activity · الموافقة approve · الرفض deny · إنهاء الجلسة end a session · تسجيل الدخول،
 * تسجيل الخروج sign in, out · الهاتف · المتصفح · الكمبيوتر · مفتاح مرور passkey · بصمة الإصبع · رمز الاسترداد recovery code ·
 * رمز QR the code to scan · الرقم the number, which has خانات · خدمة provider · ربط، إلغاء الربط · اسم المستخدم · منشور، نشر ·
 * هاتف تجريبي practice phone · التراجع take back · نسيان forget (as of networks) · يرن ring. Quotation marks: «…».
 * Signs of vowels and doubled letters only where a word would be misread (سُجل، دوّن، مَن): they cost bytes. No prefix stands
 * before a Latin name.
 */
import type { Missing } from '../../shared/errors.ts';
import type { Act } from '../../shared/sessions/acts.ts';
import type { Reason } from '../../shared/sessions/session.ts';
import { html, type View } from '../lib/html.ts';
import { count, plural } from '../lib/language.ts';
import type { Messages } from '../lib/messages.ts';
import type { Wait } from '../lib/problem-sentence.ts';

/** A section with calls in it, which a script that does not say it is to be built without. */
const section = <Section>(make: () => Section): Section => make();

/** A name in letters of either direction, apart from the words, marks and digits around it (UAX #9: FSI, PDI). */
const iso = (name: string): string => `\u2068${name}\u2069`;

/** A noun as it stands alone and with hundreds, for two, with 3 to 10, and with 11 to 99. */
type Noun = readonly [one: string, two: string, few: string, many: string];

const BROWSER: Noun = ['متصفح', 'متصفحان', 'متصفحات', 'متصفحًا'];
const CHANGE: Noun = ['تغيير', 'تغييران', 'تغييرات', 'تغييرًا'];
const POST: Noun = ['منشور', 'منشوران', 'منشورات', 'منشورًا'];

/** Behind a preposition or a verbal noun only the form for two is another: `two`. */
const counted = (number: number, [one, nominative, few, many]: Noun, two = nominative): string =>
  plural(number, {
    one: `${one} واحد`,
    two,
    few: `${count(number)} ${few}`,
    many: `${count(number)} ${many}`,
    other: `${count(number)} ${one}`,
  });

/** The same number of others. */
const others = (number: number, [one, two, few, many]: Noun): string =>
  plural(number, {
    one: `${one} آخر`,
    two: `${two} آخران`,
    few: `${count(number)} ${few} أخرى`,
    many: `${count(number)} ${many} آخر`,
    other: `${count(number)} ${one} آخر`,
  });

const characters = (number: number): string => counted(number, ['حرف', 'حرفين', 'أحرف', 'حرفًا']);
const hidden = (posts: number): string => `أُخفي ${counted(posts, POST)}`;
const shown = (posts: number): string =>
  plural(posts, {
    zero: 'لم يظهر أي منشور من جديد',
    other: `أُعيد إظهار ${counted(posts, POST, 'منشورين')}`,
  });
const signedOut = (browsers: number): string =>
  plural(browsers, {
    zero: 'لم يُسجل الخروج من أي متصفح',
    other: `سُجل الخروج من ${counted(browsers, BROWSER, 'متصفحين')}`,
  });
const signedOutAtOnce = (browsers: number, from = ''): string =>
  signedOut(browsers) + plural(browsers, { one: '', other: ' دفعة واحدة' }) + from;

const nameRule = (): string =>
  `من ${count(3)} إلى ${count(20)} من الحروف a–z أو الأرقام ${DIGITS} أو العلامة _.`;

/**
 * The acts as verbal nouns without article, which have the same form wherever they stand: asked for, allowed, after the
 * prefix ل ("to"), and as a question.
 */
/* @__NO_SIDE_EFFECTS__ */
const ofActs = <Said>(say: (act: string) => Said): Record<Act, Said> => ({
  add_phone: say('إضافة هاتف'),
  remove_phone: say('إزالة هاتف'),
  new_recovery_code: say('إنشاء رمز استرداد جديد'),
  add_link: say('ربط حساب'),
  remove_link: say('إلغاء ربط حساب'),
  not_me: say('إنهاء جلسة متصفح والتراجع عما فعله'),
});

/** By whom, when or why a session ended, as it stands behind "the session was ended". */
/* @__NO_SIDE_EFFECTS__ */
const ofEnds = <Said>(say: (how: string) => Said): Record<Reason, Said> => ({
  here: say('من المتصفح نفسه'),
  elsewhere: say('من متصفح آخر'),
  phone: say('من هاتفك'),
  not_me: say('بعد الإبلاغ بأنها لشخص آخر'),
  admin: say('بيد أحد المشرفين'),
  provider: say('من الخدمة التي سُجل الدخول بها'),
  phone_removed: say('لأن الهاتف الذي وافق عليها أُزيل'),
  recovered: say('لأن الحساب استُرد'),
  idle: say('لأن شيئًا لم يحدث لفترة'),
  lifetime: say('لأن مدتها انتهت'),
  phone_away: say('لأن هاتفك ابتعد طويلًا'),
  unanswered: say('لأن أحدًا لم يرد'),
  denied: say('لأن هاتفك رفض'),
  cancelled: say('لأنها أُلغيت'),
});

/** What is said of the phone and of the computer alike: both are masculine, and have no case that one would see. */
/* @__NO_SIDE_EFFECTS__ */
const ofBoth = <Said>(say: (thing: string) => Said): { phone: Said; computer: Said } => ({
  phone: say('الهاتف'),
  computer: say('الكمبيوتر'),
});

/** A range of digits has no letter to say that it runs from left to right. */
const DIGITS = '\u20680–9\u2069';
const SIGN_IN = 'تسجيل الدخول';
const SIGN_OUT = 'تسجيل الخروج';
const REGISTER = 'إنشاء حساب';
const RECOVERY_CODE = 'رمز الاسترداد';
const SHOW_MORE = 'عرض المزيد';
const TRY_AGAIN = 'إعادة المحاولة';
const REMOVE_PHONE = 'إزالة هذا الهاتف';
const NOT_ME = 'لم أكن أنا';
const END_AND_TAKE_BACK = 'إنهاء الجلسة والتراجع';
const THIS = ofBoth((thing) => `هذا ${thing}`);
const TYPO = 'في الرمز خطأ كتابي. قارنه بما دوّنته حرفًا حرفًا.';
const UNREACHABLE = 'يتعذر الوصول إلى Nod';
const THAT_PHONE_ASKS = 'سيطلب ذلك الهاتف بصمة إصبعك أو وجهك أو رمز PIN.';

export const pages: Messages['pages'] = {
  home: { title: 'Nod', description: 'مكان لمنشورات قصيرة، يكفي للدخول إليه إيماءة من هاتفك.' },
  signin: { title: 'تسجيل الدخول · Nod', description: 'تسجيل الدخول إلى Nod بهاتفك.' },
  register: {
    title: 'إنشاء حساب · Nod',
    description: 'اسم من اختيارك، وهاتفك مفتاح الدخول. بلا كلمة مرور.',
  },
  social: { title: 'جارٍ تسجيل الدخول · Nod', description: 'طريق العودة من خدمة سُجل الدخول بها.' },
  account: {
    title: 'الحساب · Nod',
    description: 'أين سُجل الدخول إلى حسابك، والهواتف التي تسمح بدخولك.',
  },
  activity: { title: 'النشاط · Nod', description: 'ما حدث في حسابك في آخر تسعين يومًا.' },
  hidden: { title: 'المكتومون والمحظورون · Nod', description: 'من كتمتهم ومن حظرتهم.' },
  code: { title: 'رمز الاسترداد · Nod', description: 'الرمز الذي يعيدك إلى حسابك إن ضاع هاتفك.' },
  recover: { title: 'ضاع هاتفك؟ · Nod', description: 'برمز الاسترداد يصبح هاتف آخر مفتاح دخولك.' },
  phone: { title: 'هاتفك · Nod', description: 'الموافقة على تسجيل الدخول من هذا الهاتف.' },
  profile: { title: 'الملف الشخصي · Nod', description: 'منشورات شخص واحد.' },
  post: { title: 'منشور · Nod', description: 'منشور واحد.' },
  people: { title: 'المتابعون · Nod', description: 'من يتابع حسابًا، ومن يتابعه الحساب.' },
  search: { title: 'البحث · Nod', description: 'للعثور على منشورات وأشخاص ووسوم.' },
  tag: { title: 'وسم · Nod', description: 'منشورات تحمل وسمًا واحدًا.' },
  saved: { title: 'المحفوظات · Nod', description: 'المنشورات المحفوظة لديك.' },
  notices: { title: 'التنبيهات · Nod', description: 'من يتابعك ويذكرك ويردّ عليك، وما يتغيّر في حسابك.' },
  chats: { title: 'الرسائل · Nod', description: 'ما يدور بينك وبين غيرك من رسائل.' },
  offline: { title: 'لا اتصال · Nod', description: 'تظهر مكان أي صفحة حين يتعذر الوصول إلى Nod.' },
  'not-found': { title: 'صفحة غير موجودة · Nod', description: 'لا توجد صفحة هنا.' },
};

export const noscript: Messages['noscript'] = {
  needed: 'يحتاج Nod إلى JavaScript ليتواصل مع هاتفك. فعّل JavaScript، ثم أعد تحميل هذه الصفحة.',
  toWrite: 'لتسجيل الدخول أو الكتابة، فعّل JavaScript: يحتاج Nod إليه ليتواصل مع هاتفك.',
};

export const layout: Messages['layout'] = {
  skip: 'الانتقال إلى المحتوى',
  logo: 'Nod، الصفحة الرئيسية',
  places: 'الأقسام الرئيسية',
  home: 'الرئيسية',
  approve: 'الموافقة',
  browsersWait: (browsers) => `(ينتظر ${counted(browsers, BROWSER)})`,
  signIn: SIGN_IN,
  register: REGISTER,
  postsOf: (username) => html`${username}، منشوراتك`,
  browserWaits: 'متصفح ينتظر موافقتك. افتح صفحة الموافقة.',
  offline: 'لا يوجد اتصال بالإنترنت.',
  offlineMore: 'قد يكون ما يظهر أمامك قديمًا.',
  silent: UNREACHABLE,
  silentMore: 'هذه الصفحة مقفلة الآن. تستمر المحاولة، وستُفتح تلقائيًا.',
  silentBar: 'يتعذر الوصول إلى Nod.',
  silentBarMore: 'يمكنك متابعة القراءة، والنشر حين يعود الاتصال.',
  away: 'هاتفك بعيد',
  awayMore: 'سُمح بدخول هذا المتصفح ما دام هاتفك هنا. افتح Nod على هاتفك، وستعود هذه الصفحة تلقائيًا.',
  awayBar: 'هاتفك بعيد.',
  awayBarMore: 'يمكنك متابعة القراءة. للنشر، افتح Nod على هاتفك.',
  signOut: SIGN_OUT,
  cookiesNeeded:
    'يحتاج Nod إلى ملفات تعريف الارتباط لتسجيل دخولك. اسمح بها لهذا الموقع في إعدادات المتصفح، ثم أعد تحميل هذه الصفحة.',
  theme: 'المظهر',
  themes: { system: 'حسب النظام', light: 'فاتح', dark: 'داكن' },
};

export const common: Messages['common'] = {
  space: ' ',
  cancel: 'إلغاء',
  tryAgain: TRY_AGAIN,
  loadMore: SHOW_MORE,
  keep: 'إبقاء',
  listFailed: 'تعذر تحميل القائمة.',
  phoneNameMissing: 'اكتب اسمًا للهاتف، مثل «هاتفي».',
  morePosts: (posts) => `${others(posts, POST)}.`,
  postsShown: (posts) => `${shown(posts)}.`,
};

const tryAgain = (wait: Wait | undefined): string =>
  wait === undefined
    ? 'أعد المحاولة بعد دقيقة.'
    : `يمكنك إعادة المحاولة في ${wait.at}، بعد ${plural(wait.minutes, {
        one: 'دقيقة',
        two: 'دقيقتين',
        few: `${count(wait.minutes)} دقائق`,
        other: `${count(wait.minutes)} دقيقة`,
      })}.`;

const oneLine = (most: number): string =>
  `من حرف واحد إلى ${characters(most)} في سطر واحد، أحدها ظاهر على الأقل.`;

export const problems: Messages['problems'] = {
  unreachable: `${UNREACHABLE}. تحقق من الاتصال، ثم أعد المحاولة.`,
  muchAtOnce: (wait) => `طلبات كثيرة. ${tryAgain(wait)}`,
  failed: 'حدث خطأ من جانبنا. أعد المحاولة بعد لحظات.',
  refused: 'لم ينفذ Nod هذا الطلب. أعد تحميل هذه الصفحة، ثم أعد المحاولة.',

  fields: {
    get username() {
      return `اسم المستخدم ${nameRule()}`;
    },
    get displayName() {
      return `الاسم ${oneLine(50)}`;
    },
    get name() {
      return `اسم الهاتف ${oneLine(40)}`;
    },
    get body() {
      return `المنشور نص من حرف واحد إلى ${characters(500)}، أحدها ظاهر على الأقل.`;
    },
    code: TYPO,
    number: 'الرقم من ست خانات.',
  },
  invalidInput: 'لم يفهم Nod ما أرسلته هذه الصفحة. أعد تحميل هذه الصفحة، ثم أعد المحاولة.',

  codes: {
    not_signed_in: 'سجّل الدخول أولًا.',
    signed_in_as_other: 'سُجل دخولك باسم آخر.',
    not_waiting: 'هذا المتصفح لا ينتظر تسجيل الدخول. ابدأ من جديد.',
    not_awaiting_input: 'هذا المتصفح لا ينتظر جوابًا. ابدأ من جديد.',
    not_a_phone: 'هذا الهاتف لم يُضف إلى أي حساب.',
    reauth_required: 'أكّد هويتك، ثم أعد المحاولة.',
    phone_away: 'هاتفك بعيد. للمتابعة، افتح Nod على هاتفك.',
    blocked: 'هذا غير ممكن هنا: بينكما حظر.',
    user_disabled: 'هذا الحساب موقوف.',
    may_not_reply: 'صاحب هذا النقاش حدّد من يمكنه الرد.',
    not_editable: ({ why }) =>
      why === 'late' ? 'يمكن تعديل المنشور خلال 24 ساعة.' : 'عُدّل هذا المنشور بقدر ما هو ممكن.',
    too_many_hidden: ({ most }) => `بلغ العدد ${count(most)}. أزِل أحدهم قبل أن تضيف غيره.`,
    username_taken: 'هذا الاسم محجوز. اختر اسمًا آخر.',

    assertion_refused: ({ what }) =>
      what === 'passkey'
        ? 'مفتاح المرور هذا ليس لأي هاتف هنا: ربما أُزيل الهاتف.'
        : 'هذا التأكيد ليس من هاتفك. أعد المحاولة.',
    challenge_used: 'استُخدم هذا التأكيد أو تأخر. أعد المحاولة.',
    attestation_refused: ({ what }) =>
      what === 'passkey'
        ? 'تعذر التحقق من مفتاح المرور لهذا الهاتف. أعد المحاولة.'
        : 'مفتاح هذا الهاتف ضعيف أو لا يمكن استخدامه. استخدم تطبيقًا آخر لمفاتيح المرور، أو هاتفًا آخر.',

    number_unknown: 'لا طلب يعرض هذا الرقم الآن. تحقق من الرقم على الشاشة.',
    number_crowded_out: 'طلبات كثيرة باسمك. ابدأ من جديد على الشاشة الأخرى.',
    too_many_numbers: (wait) => `أرقام كثيرة لم تطابق. ${tryAgain(wait)}`,
    not_approved: 'لم يوافق هاتفك على هذا الطلب بعد.',
    already_answered: 'سبق الرد على هذا الطلب.',
    already_completed: 'سبق أن اكتمل هذا الطلب.',
    session_ended: 'انتهى هذا الطلب.',

    ticket_unknown: 'هذا الرابط غير معروف هنا. امسح رمز QR على شاشتك من جديد.',
    ticket_used: ({ what }) => ticketUsed[what],
    ticket_expired: ({ what }) =>
      what === 'link'
        ? 'مضت على هذا الرابط عشر دقائق. ابدأ من جديد في متصفحك.'
        : 'سُجل الخروج من المتصفح الذي دعا هذا الهاتف. أضف الهاتف من جديد.',
    too_many_follows: ({ most }) => `بلغت المتابعة حدها: ${count(most)}. ألغِ متابعة أحد الحسابات أولًا.`,
    too_many_phones: ({ most }) =>
      `لديك ${plural(most, { two: 'هاتفان', few: `${count(most)} هواتف`, many: `${count(most)} هاتفًا`, other: `${count(most)} هاتف` })}. أزِل هاتفًا قبل إضافة آخر.`,
    last_sign_in_method: ({ method }) =>
      method === 'phone'
        ? 'طريقة دخولك الوحيدة: أضف هاتفًا آخر قبل إزالته.'
        : 'طريقة دخولك الوحيدة: أضف هاتفًا أو حسابًا آخر أولًا.',
    endpoint_refused: 'لا يرن هاتف إلا عبر خدمة إشعارات عامة.',

    code_unknown: 'هذا الاسم وهذا الرمز ليسا لحساب واحد.',
    recovery_not_stopped: 'تعذر إيقاف هذا الاسترداد. تحقق من جديد.',

    provider_unknown: 'لا توجد طريقة دخول كهذه هنا.',
    provider_refused: 'لم تسمح الخدمة بدخولك، أو لم يصح جوابها. لم يتغير شيء.',
    provider_declined: ({ provider }) => `عدت من ${provider} من دون تسجيل الدخول هناك. لم يتغير شيء.`,
    provider_account_refused: ({ provider }) => `لا يُسمح لحسابك على ${provider} بالدخول هنا.`,
    signed_out_there: ({ provider }) => `سُجل خروجك من ${provider} قبل ذلك. لم يتغير شيء. ابدأ من جديد.`,
    authorization_unknown:
      'لم يبدأ هذا الطلب في هذا المتصفح، أو سبق استخدامه، أو مضت عليه عشر دقائق. ابدأ من جديد.',
    provider_unavailable: 'لم ترد الخدمة التي سجلت الدخول بها. أعد المحاولة بعد لحظات.',
    provider_not_ready: 'طريقة الدخول هذه ليست جاهزة. أعد المحاولة بعد لحظات.',
    link_taken: 'هذا الحساب مرتبط هنا بشخص آخر.',
    already_linked: ({ provider }) => `رُبط ${provider} من قبل. يلزم إلغاء ذلك الربط أولًا.`,

    // Pictures.
    image_type_refused: 'لا يقبل Nod هذا النوع من الصور. استخدم JPEG أو PNG أو WebP أو GIF أو AVIF.',
    image_unreadable: 'تعذرت قراءة هذه الصورة، فقد تكون تالفة أو غير مكتملة. اختر صورة أخرى.',
    image_too_large: ({ most }) => `حجم الصورة ${count(most)} ميغابكسل على الأكثر.`,
    image_taken: 'هذه الصورة في منشور آخر. أضِفها من جديد.',

    not_found: ({ what }) => nothingFound[what],
    conflict: 'سبقه أمر آخر. تحقق من جديد، ثم قرر.',
    too_many: (wait) => `طلبات كثيرة. ${tryAgain(wait)}`,
    too_large: 'هذا أكبر مما يقبله Nod دفعة واحدة.',
    store_unavailable: 'لم يرد مخزن البيانات. أعد المحاولة بعد لحظات.',
    internal: 'حدث خطأ من جانبنا. لم يتغير شيء.',

    invalid_json: 'لم يفهم Nod ما أُرسل.',
    unsupported_media_type: 'لم يفهم Nod ما أُرسل.',
    cross_origin_refused: 'لم يصل هذا الطلب من صفحة في هذا الموقع.',
    direct_access_refused: 'الوصول إلى Nod من عنوان موقعه فقط.',
  },
};

const ticketUsed = {
  link: 'سبق استخدام هذا الرابط. ابدأ من جديد في متصفحك.',
  code: 'سبق استخدام رمز الاسترداد هذا، أو حل محله رمز آخر.',
  phone: 'أُزيل هذا الهاتف قبل ذلك.',
};

const nothingFound: Record<Missing, string> = {
  phone: 'هذا الهاتف غير موجود.',
  session: 'هذه الجلسة غير موجودة.',
  signin: 'هذا الطلب غير موجود.',
  recovery: 'هذا الاسترداد غير موجود.',
  link: 'هذا الربط غير موجود.',
  receipt: 'لا إيصال لهذه الجلسة.',
  browser: 'لم يعد هذا المتصفح معروفًا، أو لم يكن.',
  post: 'هذا المنشور غير موجود.',
  message: 'هذه الرسالة غير موجودة.',
  image: 'هذه الصورة غير موجودة.',
  user: 'لا أحد بهذا الاسم.',
  route: 'هذه الصفحة غير موجودة.',
  thing: 'هذا غير موجود، أو لم يعد موجودًا.',
};

export const notice: Messages['notice'] = {
  title: 'لم ينجح ذلك · Nod',
  heading: 'لم ينجح ذلك',
  backToAccount: 'العودة إلى حسابك',
  signInAgain: 'تسجيل الدخول من جديد',
  goHome: 'إلى الصفحة الرئيسية',
  logo: 'Nod، الصفحة الرئيسية',
};

export const names: Messages['names'] = {
  // From right to left (RLI) although it most often begins with a Latin name, and apart from a place or a name beside it.
  browserOn: (browser, os) => `\u2067${browser} على ${os}\u2069`,
  unnamed: {
    'Unknown browser': 'متصفح غير معروف',
    'Unknown system': 'نظام غير معروف',
    'Android app': 'تطبيق Android',
    'iOS app': 'تطبيق iOS',
  },
};

export const browsers: Messages['browsers'] = {
  here: 'هذا الجهاز',
  signedIn: {
    '10m': (moment) => html`سُجل الدخول في ${moment} لمدة ${count(10)} دقائق`,
    '24h': (moment) => html`سُجل الدخول في ${moment} لمدة ${count(24)} ساعة`,
    '30d': (moment) => html`سُجل الدخول في ${moment} لمدة ${count(30)} يومًا`,
  },
  thisOne: THIS,
  ends: (end) => html`تنتهي الجلسة في ${end}`,
  endsOrIdle: (end, idleEnd) => html`تنتهي الجلسة في ${end}، أو في ${idleEnd} إن لم تُستخدم`,
  which: (name, moment) => `${name}، سُجل الدخول في ${moment}`,
  whichAt: (name, moment, place) => `${name}، سُجل الدخول في ${moment}، ${place}`,
  takesBack: 'ويشمل التراجع أيضًا ما نتج عنه:',
  takenBack: (several) => html`تم التراجع عن: ${several}.`,
  takenPhone: (name) => html`الهاتف ${name}`,
  takenProvider: (provider) => html`تسجيل الدخول باستخدام ${provider}`,
  takenCode: RECOVERY_CODE,
  takenSessions: (browsers) => others(browsers, BROWSER),
  takenActs: {
    follows: (acts) => `${counted(acts, CHANGE)} في من تتابعهم`,
    hides: (acts) => `${counted(acts, CHANGE)} في من تكتمهم أو تحظرهم`,
    marks: (acts) => `الإعجابات وإعادات النشر والمحفوظات: ${count(acts)}`,
    posts: (acts) => `${counted(acts, CHANGE)} في المنشورات`,
    profile: (acts) => `${counted(acts, CHANGE)} في ملفك الشخصي`,
    messages: (acts) => counted(acts, ['رسالة', 'رسالتان', 'رسائل', 'رسالة']),
    reports: (acts) => counted(acts, ['بلاغ', 'بلاغان', 'بلاغات', 'بلاغًا']),
    settings: (acts) => `${counted(acts, CHANGE)} في إعداداتك`,
  },
  takenMore: 'المزيد مما لم يُحصَ بعد',
  actQuestions: ofActs((act) => `${act}؟`),
};

export const posts: Messages['posts'] = {
  home: 'الرئيسية',
  introTitle: 'قُلها بإيماءة.',
  introLead:
    'Nod مكان لمنشورات قصيرة. تعرض هذه الشاشة رقمًا، ويطلب هاتفك بصمة إصبعك أو وجهك، وها قد دخلت. بلا كلمة مرور، أبدًا.',
  register: REGISTER,
  signIn: SIGN_IN,
  signedOut: 'لم يُسجل دخولك هنا.',
  everybodys: 'ما يقوله الناس',
  noneYet: 'لا شيء هنا بعد.',
  registerAndWrite: () => html`<a href="/register">أنشئ حسابًا</a> واكتب أول منشور.`,
  writeAbove: 'اكتب أول منشور في الأعلى، وسيراه الجميع هنا.',
  yourPost: 'منشورك',
  placeholder: 'ماذا يدور في بالك؟',
  // The label before the number, so that no ending depends on it.
  charactersLeft: (_characters, number) =>
    html`<span class="visually-hidden">الأحرف المتبقية: </span>${number}`,
  post: 'نشر',
  posted: 'تم النشر.',
  writeFirst: 'اكتب شيئًا أولًا.',
  tooLong: (most, over) => `الحد الأقصى للمنشور ${characters(most)}. يلزم حذف ${characters(over)} لنشره.`,
  notLoaded: 'تعذر تحميل المنشورات.',
  showMore: SHOW_MORE,
  showLess: 'عرض أقل',
  writeTo: 'رسالة',
  deleteThis: () => html`حذف<span class="visually-hidden"> هذا المنشور</span>`,
  postNotLoaded: 'تعذر تحميل المنشور.',
  postTitle: (name, words) => `${iso(name)}: ${iso(words)} · Nod`,
  postBy: (name) => html`منشور من ${name}`,
  moreBy: (username) => html`المزيد من ${username}`,
  toEverybodys: 'ما يقوله الناس',
  profileNotLoaded: 'تعذر تحميل الملف الشخصي.',
  profileDescription: (name) => `منشورات ${iso(name)} على Nod.`,
  since: (month) => `معنا منذ ${month}`,
  authors: 'المنشورات',
  feed: 'تابع عبر الخلاصة',
  noneOfAuthor: 'لا منشورات بعد.',
  noneOfAuthorMore: 'ستظهر هنا حين تُنشر.',
  noneOfOwn: () => html`<a href="/">اكتب أول منشور لك</a> في الصفحة الرئيسية.`,
};

export const missing: Messages['missing'] = {
  goHome: 'إلى الصفحة الرئيسية',
  page: 'لا توجد صفحة هنا',
  pageMore: 'ربما في العنوان خطأ كتابي، أو حُذف ما يؤدي إليه.',
  post: 'هذا المنشور غير موجود',
  postMore: 'ربما حذفه مَن كتبه.',
  postTitle: 'منشور غير موجود · Nod',
  deleted: 'حُذف منشورك',
  deletedMore: 'لم يعد يراه أحد.',
  author: (username) => html`لا أحد هنا باسم ${username}`,
  authorMore: 'تحقق من الاسم، أو عُد إلى ما يقوله الناس.',
  authorTitle: 'لا أحد بهذا الاسم · Nod',
  description: 'لا شيء هنا.',
  offline: 'لا اتصال مع Nod',
  offlineMore: 'ستُفتح هذه الصفحة تلقائيًا حين يعود الاتصال. لا يلزمك فعل شيء.',
  tryNow: 'المحاولة الآن',
  trying: 'جارٍ المحاولة',
  tryAgain: TRY_AGAIN,
};

export const signin: Messages['signin'] = /* @__PURE__ */ section(() => ({
  title: SIGN_IN,
  lead: 'اكتب اسمك، ثم وافق من هاتفك. لا توجد كلمة مرور.',
  username: 'اسم المستخدم',
  askMyPhone: 'اسأل هاتفي',
  usePasskey: ofBoth((thing) => `استخدام مفتاح مرور على هذا ${thing}`),
  noPasskey: 'لم يُستخدم أي مفتاح مرور. أعد المحاولة، أو اسأل هاتفك.',
  newHere: () => html`أول مرة هنا؟ <a href="/register">إنشاء حساب</a>`,
  lostPhone: () => html`ضاع هاتفك؟ <a href="/recover">استخدام رمز الاسترداد</a>`,
  signedInAs: (username, next) =>
    html`سُجل دخولك باسم ${username}. يمكنك <a href=${next}>المتابعة إلى Nod</a>، أو تسجيل الدخول من جديد.`,

  reasons: {
    ...ofEnds((how) => `أُنهيت هذه الجلسة ${how}.`),
    here: 'سُجل خروجك.',
    admin: 'أنهى أحد المشرفين هذه الجلسة.',
    lifetime: 'انتهت المدة التي اخترتها لهذه الجلسة.',
    unanswered: 'لم يرد هاتفك في الوقت المحدد.',
    denied: 'رفض هاتفك تسجيل الدخول هذا.',
    cancelled: 'أُلغي تسجيل الدخول هذا.',
  },

  nodFromPhone: 'وافق من هاتفك',
  enterNumber: (address) =>
    html`افتح Nod على هاتفك من العنوان ${address} وأدخل هذا الرقم. أو امسح رمز QR بالكاميرا.`,
  codeToScan: 'رمز QR لمسحه بكاميرا هاتفك',
  approveHere: 'الموافقة هنا',
  useThis: ofBoth((thing) => `استخدام هذا ${thing}`),
  orAnotherPhone: 'أو استخدم هاتفًا آخر:',
  orYourPhone: 'أو استخدم هاتفك:',
  waiting: 'في انتظار هاتفك',
  found: 'وصل الطلب إلى هاتفك. وافق عليه هناك',
  nowWaiting: 'في انتظار هاتفك.',
  unreachable: `${UNREACHABLE}. تستمر المحاولة.`,
  changedMind: 'لست مَن طلب هذا، أو غيرت رأيك؟',

  phoneSaidYes: 'وافق هاتفك.',
  passkeyAccepted: 'قُبل مفتاح المرور.',
  signingIn: 'جارٍ تسجيل دخولك',
  saidSigningIn: (said) => `${said} جارٍ تسجيل دخولك.`,
  notYet: 'لم يُسجل دخولك بعد',
  startAgain: 'البدء من جديد',
  startWhenYouLike: 'يمكنك البدء من جديد متى شئت.',
  thenStartAgain: (sentence) => `${sentence} ابدأ من جديد.`,
  replaced: 'بدأ طلب أحدث في علامة تبويب أخرى. تابع هناك، أو ابدأ من جديد هنا.',
  gone: 'لم يعد هذا المتصفح ينتظر. ابدأ من جديد.',
  denied: 'رفض هاتفك. إن كان ذلك سهوًا، فابدأ من جديد.',
  stoppedRecovery: 'أوقف أحد هواتف هذا الحساب الاسترداد، ولم يعد الرمز يعمل. سجّل الدخول بذلك الهاتف.',
  late: 'سبق أن وافق هاتفك. لم يُسجل دخول أحد هنا، وستنتهي الموافقة تلقائيًا خلال دقيقتين.',
  unanswered: {
    signin: 'لم يرد هاتفك خلال دقيقتين. ابدأ من جديد حين يكون معك.',
    register: 'لم يُضف أي هاتف خلال عشر دقائق، فعاد الاسم متاحًا. ابدأ من جديد حين يكون هاتفك معك.',
    recover:
      'لم يُضف أي هاتف خلال عشر دقائق، فلم يتغير شيء وما زال رمزك يعمل. ابدأ من جديد حين يكون الهاتف الجديد معك.',
  },
  cancelled: {
    signin: 'أُلغي الطلب. لم يُسجل دخول أحد.',
    register: 'أُلغي الطلب. عاد الاسم متاحًا.',
    recover: 'أُلغي الطلب. لم يتغير شيء، وما زال رمزك يعمل.',
  },

  confirm: 'أكّد من هاتفك',
  confirmTo: {
    ...ofActs((act) => () => `تلزم موافقة من هاتفك ل${act}.`),
    remove_phone: (name: View) => html`تلزم موافقة من هاتفك لإزالة ${name}.`,
    not_me: (name: View) => html`تلزم موافقة من هاتفك لإنهاء جلسة ${name}.`,
  },
  askAgain: 'إعادة الطلب',
}));

export const register: Messages['register'] = {
  title: 'اختر اسمك',
  lead: 'ثم يصبح هاتفك مفتاح دخولك. لا توجد كلمة مرور.',
  yourName: () => html`اسمك <span class="muted">(اختياري)</span>`,
  yourNameHint: 'يظهر بجانب منشوراتك. إن بقي فارغًا، يظهر اسم المستخدم.',
  reserve: 'حجز هذا الاسم',
  haveName: () => html`لديك اسم من قبل؟ <a href="/signin">تسجيل الدخول</a>`,
  get nameRule() {
    return nameRule();
  },
  twoMore: 'ينقص حرفان على الأقل.',
  oneMore: 'ينقص حرف واحد على الأقل.',
  tooLong: (length) => `هذا الاسم من ${characters(length)}، والحد الأقصى ${characters(20)}.`,
  noSpaces: 'لا مسافات في الاسم؛ استخدم _ بدلًا منها.',
  notIn: (character) =>
    `لا يمكن استخدام «${iso(character)}»: في الاسم الحروف a–z والأرقام ${DIGITS} والعلامة _ فقط.`,
  youWillBe: (username) => `سيكون اسمك ${iso(username)}.`,
  chooseName: 'اختر اسمًا.',

  addPhone: 'أضف هاتفك',
  wayIn: (username) => html`سيصبح مفتاح الدخول إلى حساب ${username}.`,
  scan: 'امسح رمز QR هذا بكاميرا هاتفك.',
  letItAsk: 'سيطلب هاتفك بصمة إصبعك أو وجهك أو رمز PIN.',
  comeBack: 'عُد إلى هذه الشاشة.',

  isItYours: 'هل هذا هاتفك؟',
  yourPhone: 'هاتفك',
  added: (username) => html`أُضيف للتو إلى حساب ${username}، وسيسمح بدخولك من الآن.`,
  yes: 'نعم، سجّل دخولي',
  no: 'لا، توقف',
  notYours:
    'لم يُسجل دخول أحد هنا. ما وافق عليه ذلك الهاتف ينتهي تلقائيًا خلال دقيقتين. صار الاسم له، فابدأ من جديد باسم آخر.',
};

export const recovery: Messages['recovery'] = {
  title: 'ضاع هاتفك؟',
  lead: 'برمز الاسترداد يصبح هاتف آخر مفتاح دخولك.',
  code: RECOVERY_CODE,
  codeHint: 'كما دوّنته أو طبعته. لا تهم الحروف الكبيرة ولا المسافات ولا الشرطات.',
  onceScanned: 'حين يمسح هاتفك الجديد رمز QR:',
  phonesGo: 'تُزال كل الهواتف الأخرى من حسابك،',
  browsersGo: 'ويُسجل الخروج من كل المتصفحات،',
  codeGoes: 'وينتهي هذا الرمز، ويظهر لك رمز جديد.',
  goOn: 'متابعة',
  foundIt: () => html`وجدته؟ <a href="/signin">تسجيل الدخول</a>`,
  noCode: 'اكتب رمز الاسترداد الذي دوّنته.',
  wrongLength: (length) =>
    `الرمز من ${characters(28)}، في سبع مجموعات من أربعة. هذا من ${characters(length)}.`,
  typo: TYPO,

  scanTitle: 'امسح الرمز بهاتفك الجديد',
  onlyWayIn: (username) => html`سيصبح مفتاح الدخول الوحيد إلى حساب ${username}. لا يتغير شيء قبل ذلك.`,
  scan: 'امسح رمز QR هذا بكاميرا الهاتف الذي معك الآن.',
  letItAsk: THAT_PHONE_ASKS,
  comeBack: 'عُد إلى هذه الشاشة: سيظهر فيها رمز الاسترداد الجديد.',
  codeToScan: 'رمز QR لمسحه بكاميرا هاتفك الجديد',

  makeTitle: 'ليوم قد يضيع فيه هاتفك',
  makeLead:
    'برمز الاسترداد واسمك يصبح هاتف آخر مفتاح دخولك. من دون هاتفك ومن دون الرمز لا يمكن لأحد فتح حسابك، ولا لنا.',
  make: 'إنشاء رمز الاسترداد',
  skip: (next) =>
    html`<a href=${next}>تخطي هذا الآن</a>. من دون رمز من صفحة «الحساب»، إن ضاع هاتفك الوحيد ضاع هذا الحساب.`,

  yourCode: RECOVERY_CODE,
  keepIt: 'يظهر الرمز هذه المرة فقط. احفظه على ورقة أو في مدير كلمات المرور، لا على هاتفك فقط.',
  keepItElsewhere: () =>
    html`يظهر الرمز هذه المرة فقط. <strong>دوّنه في مكان غير هذا الهاتف</strong>، فهو ليوم قد يضيع فيه هذا الهاتف.`,
  printedFor: (username, host) => html`لحساب ${username} على ${iso(host)}.`,
  printedHow: (address) =>
    `إن ضاع هاتفك: افتح ${iso(address)}، واكتب اسمك وهذا الرمز، ثم امسح رمز QR على الشاشة بهاتفك الجديد. بعدها تُزال كل الهواتف الأخرى، ويُسجل الخروج من كل المتصفحات، وينتهي هذا الرمز ويظهر لك رمز جديد.`,
  copy: 'نسخ',
  print: 'طباعة',
  noted: 'لقد دوّنته',
  copied: 'نُسخ الرمز. الصقه حيث لا يراه أحد غيرك.',
  notCopied: 'تعذر نسخ الرمز. حدده وانسخه بنفسك.',
};

export const social: Messages['social'] = /* @__PURE__ */ section(() => ({
  continueWith: (provider) => `المتابعة باستخدام ${provider}`,
  or: 'أو',

  saidYes: 'وافقت الخدمة.',
  failed: 'لم ينجح ذلك',
  goBack: 'رجوع',
  newHere: (provider) => `هذه أول مرة لك هنا. يمكنك الدخول باستخدام ${provider} من الآن، بهذا الاسم.`,
  create: 'إنشاء حسابي',
  haveName: (provider) => html`لديك اسم من قبل؟ <a href="/signin">سجّل الدخول</a> به، ثم اربط به ${provider}.`,
  signedInAs: (username, provider) =>
    html`سُجل دخولك باسم ${username}. لإضافة ${provider} إلى ذلك الحساب، <a href="/account">اربطه هناك</a>؛ هنا يُنشأ
      حساب آخر.`,
  linkThis: 'ربط هذا الحساب؟',
  linkMeans: (provider) => `من الآن، مَن يسجل الدخول إلى ${provider} بهذا الحساب يدخل إلى حسابك هنا.`,
  linkIt: 'ربط',
  dontLink: 'عدم الربط',
  provider: 'الخدمة',
  accountThere: 'الحساب هناك',

  linkedAccounts: 'الحسابات المرتبطة',
  whatFor: 'بحساب مرتبط يمكنك تسجيل الدخول من دون هاتفك.',
  link: (provider) => `ربط ${provider}`,
  linkedOn: (when) => html`الربط: ${when}`,
  lastUsed: (when) => html`آخر استخدام: ${when}`,
  onlyWayIn: 'طريقة دخولك الوحيدة: أضف هاتفًا قبل إلغاء الربط.',
  unlink: 'إلغاء الربط',
  linked: 'رُبط الحساب.',
  unlinked: 'أُلغي ربط الحساب.',

  confirm: 'أكّد هويتك',
  confirmTo: {
    ...ofActs((act) => (provider: string) => `سجّل الدخول باستخدام ${provider} مرة أخرى ل${act}.`),
    remove_phone: (provider: string, name: View) =>
      html`سجّل الدخول باستخدام ${provider} مرة أخرى لإزالة ${name}.`,
    not_me: (provider: string, name: View) =>
      html`سجّل الدخول باستخدام ${provider} مرة أخرى لإنهاء جلسة ${name}.`,
  },
  youComeBack: 'بعد ذلك تُفتح هذه الصفحة من جديد.',
  notConfirmed: (provider) => `لم يصل التأكيد من ${provider}`,
  cameBack: (provider) => `عدت، لكن لم يصل من ${provider} أنك سجلت الدخول هناك للتو.`,
  neededTo: {
    ...ofActs((act) => () => `يحتاج Nod إلى ذلك ل${act}.`),
    remove_phone: (name: View) => html`يحتاج Nod إلى ذلك لإزالة ${name}.`,
    not_me: (name: View) => html`يحتاج Nod إلى ذلك لإنهاء جلسة ${name}.`,
  },
  signOutThere: (provider) =>
    `سجّل الخروج من ${provider}، ثم أعد المحاولة. إن لم يصل من هناك أبدًا وقت تسجيل الدخول، فلا يمكن استخدامه لذلك.`,
}));

export const account: Messages['account'] = {
  title: 'الحساب',
  you: 'أنت',
  signOut: SIGN_OUT,
  toActivity: 'ما حدث في حسابك',

  browsers: 'المتصفحات',
  showMore: SHOW_MORE,
  moreBrowsers: (browsers) => `${others(browsers, BROWSER)}.`,
  thisBrowser: 'هذا المتصفح',
  // A colon, because what follows is "before two days", "yesterday" or a date.
  lastActive: (time) => html`آخر نشاط: ${time}`,
  approvedWith: (phone) => html`بموافقة ${phone}`,
  letInBy: (provider) => `بموافقة ${provider}`,
  end: 'إنهاء',
  endWhich: (which) => `إنهاء جلسة ${which}`,
  notMe: NOT_ME,
  notMeWhich: (which) => `${NOT_ME}: ${which}`,
  endOthers: 'إنهاء كل الجلسات الأخرى',
  noOthers: 'لا جلسات لك في أي مكان آخر.',
  signedOut: (browser) => `سُجل الخروج من ${browser}.`,
  signedOutMany: (browsers) => `${signedOut(browsers)}.`,

  notMeAsk:
    'سيُسجل الخروج من هذا المتصفح، ويُخفى ما كُتب فيه، ويُلغى ما فُعل فيه غير ذلك، ويُرفض كل طلب دخول ينتظرك الآن. منشوراته وحدها يمكن إظهارها من جديد.',
  alsoPhone: (phone) => html`كان ذلك بموافقة ${phone}. إن لم يعد ذلك الهاتف معك، فأزِله أيضًا.`,
  alsoProvider: (provider) => `كان ذلك بموافقة ${provider}. تحقق هناك أيضًا مَن يستخدم حسابك.`,
  endAndTakeBack: END_AND_TAKE_BACK,
  nothingHidden: 'لم يُكتب فيه شيء.',
  postsHidden: (posts) => `${hidden(posts)}.`,
  codeVoid: () => html`لم يعد رمز الاسترداد يعمل. <a href="#recovery-title">أنشئ رمزًا جديدًا الآن</a>`,
  showAgain: 'إظهارها من جديد',

  phones: 'الهواتف',
  phonesLead: 'لا يوافق غيرها حين يطلب متصفح تسجيل الدخول.',
  noPhone: 'لا هاتف لك هنا بعد. أضف هاتفك، وتكفي إيماءة منه لدخولك، من دون خدمة أخرى.',
  addedAt: (time) => html`الإضافة: ${time}`,
  lastUsed: (time) => html`آخر استخدام: ${time}`,
  rings: 'يرن عند تسجيل دخولك',
  ringsNot: 'لا يرن',
  onlyWayIn: 'طريقة دخولك الوحيدة: أضف هاتفًا آخر قبل إزالته.',
  rename: 'إعادة تسمية',
  phoneName: 'اسم لهذا الهاتف',
  save: 'حفظ',
  renamed: (phone) => `صار اسم الهاتف ${iso(phone)}.`,
  remove: 'إزالة',
  removeAsk: (phone) => html`إزالة ${phone}؟ لن يسمح بعدها بدخول أحد.`,
  onlyPhone: (phone) => html`${phone} هو هاتفك الوحيد.`,
  onlyWhileOther: 'لا يمكن إزالته إلا إن كانت لديك طريقة دخول أخرى.',
  withoutIt: (provider) => `من دونه لا يبقى لك إلا الدخول باستخدام ${provider}.`,
  endItsSessions: 'تسجيل الخروج أيضًا من المتصفحات التي سمح بدخولها، ومن هذا المتصفح إن كان منها',
  removePhone: REMOVE_PHONE,
  phoneRemoved: (phone) => `أُزيل ${iso(phone)}.`,

  alerts: 'تنبيهات على هواتفك',
  alertsLead:
    'يمكن للهواتف التي ترن أن تخبرك بهذا أيضًا، وإن كانت مقفلة: من هو وكيف يبدأ المنشور، ولا يظهر أبدًا نص الرسالة.',
  alertsOf: {
    mentions: 'حين يذكرك أحد',
    replies: 'حين يرد عليك أحد',
    messages: 'حين يكتب لك أحد رسالة',
  },
  noneRings: 'لا يرن أي من هواتفك بعد. يُفعَّل ذلك في صفحة الهاتف.',
  addPhone: 'إضافة هاتف',
  scan: 'امسح رمز QR هذا بكاميرا الهاتف الجديد.',
  letItAsk: THAT_PHONE_ASKS,
  itAppears: 'سيظهر بعدها في القائمة هنا.',
  codeToScan: 'رمز QR لمسحه بكاميرا الهاتف الجديد',
  notNow: 'ليس الآن؟',
  putAway: 'إخفاء رمز QR',
  waitingForPhone: 'في انتظار الهاتف الجديد.',
  noneAdded: 'لم يُضف أي هاتف خلال عشر دقائق. ابدأ من جديد حين يكون معك.',
  phoneAdded: (phone) => `أُضيف ${iso(phone)}. سيسمح بدخولك من الآن.`,

  recoveryCode: RECOVERY_CODE,
  recoveryLead: 'يعيدك إلى حسابك إن ضاع هاتفك. وكل رمز جديد يحل محل السابق.',
  noCode: 'لا رمز بعد.',
  codeFrom: (day) => html`أُنشئ رمزك في ${day}.`,
  makeCode: 'إنشاء رمز',
  makeNewCode: 'إنشاء رمز جديد',
  codeAway: 'لم يعد الرمز ظاهرًا على الشاشة.',

  known: 'متصفحات استخدمتها',
  knownLead: 'يرن هاتفك حين تطلب هذه المتصفحات تسجيل الدخول، ولا يرن لغيرها. يمكنك نسيان ما لم يعد يُستخدم.',
  noneKnown: 'لا متصفحات. سيظهر هنا أول متصفح يُسجل الدخول منه.',
  showAll: (browsers) => `عرض الكل (${count(browsers)})`,
  thisOne: 'هذا المتصفح',
  knownSince: (time) => html`التعرف إليه: ${time}`,
  knownAt: (place, time) => html`${iso(place)} · التعرف إليه: ${time}`,
  lastSignedIn: (time) => html`آخر تسجيل دخول: ${time}`,
  forget: 'نسيان',
  forgotten: (browser) => `لم يعد ${browser} معروفًا.`,

  settings: 'الإعدادات',
  theme: 'المظهر',
  themeLead: 'كيف يبدو Nod هنا.',
};

export const activity: Messages['activity'] = /* @__PURE__ */ section(() => ({
  title: 'النشاط',
  lead: () => html`ما حدث في حسابك في آخر تسعين يومًا. هل فيه ما ليس منك؟ أنهِه من صفحة
    <a href="/account">الحساب</a>.`,
  nothingYet: 'لم يحدث شيء بعد.',
  nothingYetMore: 'حين يسمح هاتف بدخول متصفح، أو تنتهي جلسته، يظهر ذلك هنا تسعين يومًا.',
  moreEntries: (entries) => `${others(entries, ['حدث', 'حدثان', 'أحداث', 'حدثًا'])}.`,

  aPhone: 'أحد الهواتف',
  aBrowser: 'أحد المتصفحات',
  aProvider: 'خدمة أخرى',
  registered: (browser, phone) => `أُنشئ الحساب من ${browser}، وأول هواتفه ${phone}`,
  registeredBy: (browser, provider) => `أُنشئ الحساب بتسجيل الدخول باستخدام ${provider}، من ${browser}`,
  approved: (phone, browser) => `وافق ${phone} على طلب ${browser} تسجيل الدخول`,
  allowed: ofActs((act) => (phone, browser) => `وافق ${phone} على طلب ${browser} ${act}`),
  denied: (phone, browser) => `رفض ${phone} طلب ${browser} تسجيل الدخول`,
  refused: ofActs((act) => (phone, browser) => `رفض ${phone} طلب ${browser} ${act}`),
  signedIn: (browser) => `سُجل الدخول من ${browser}`,
  ended: {
    ...ofEnds((how) => (browser) => `أُنهيت جلسة ${browser} ${how}`),
    itself: (browser) => `أُنهيت جلسة ${browser} تلقائيًا`,
  },
  endedAllElsewhere: (browsers) => signedOutAtOnce(browsers, '، عبر متصفح آخر'),
  endedAllPhone: (browsers) => signedOutAtOnce(browsers, '، عبر هاتفك'),
  endedAll: (browsers) => signedOutAtOnce(browsers),
  hidden,
  hiddenOf: (posts, browser) => `${hidden(posts)} من ${browser}`,
  shown,
  undone: (acts, browser) => `أُلغي ${counted(acts, ['فعل', 'فعلان', 'أفعال', 'فعلًا'])} من ${browser}`,
  invited: (browser) => `عرض ${browser} رمز QR لإضافة هاتف`,
  added: (phone) => `أُضيف ${phone}`,
  removed: (phone) => `أُزيل ${phone}`,
  renewed: 'أُنشئ رمز استرداد جديد',
  revoked: 'أُبطل رمز الاسترداد',
  begun: (browser) => `بدأ ${browser} استرداد الحساب برمز الاسترداد`,
  stopped: (phone, browser) => `أوقف ${phone} الاسترداد الذي بدأه ${browser}، ولم يعد رمز الاسترداد يعمل`,
  recovered: (phone) => `استُرد الحساب برمز الاسترداد، وهاتفه الآن ${phone}`,
  linked: (provider) => `فُعّل تسجيل الدخول باستخدام ${provider}`,
  unlinked: (provider) => `أُوقف تسجيل الدخول باستخدام ${provider}`,
  browserKnown: (browser, provider) => `صار ${browser} معروفًا، بموافقة ${provider}`,
  browserForgotten: (browser) => `لم يعد ${browser} معروفًا`,

  showAgain: 'إظهار من جديد',
  saveReceipt: 'حفظ الإيصال',
  receiptSaved: 'حُفظ الإيصال.',
  howToCheck: 'كيفية التحقق من إيصال',
  whatReceiptHas:
    'في الإيصال ما وقّعه هاتفك ليسمح بدخول متصفح أو بطلب واحد، والتوقيع، ومفتاح هاتفك العام. للتحقق منه يكفي Node.js، ولا يلزم شيء منا:',
  checkSave: 'احفظ إيصالًا من القائمة أعلاه.',
  checkScript: (script) => html`احفظ ${script} واقرأه: صفحة واحدة قصيرة، لا تسأل أحدًا شيئًا.`,
  checkRun: (command) => html`شغّل ${command} حيث الملفان.`,
  whatCheckSays:
    'يظهر ما تمت الموافقة عليه، وهل التوقيع لذلك المفتاح، وهل تم التحقق من بصمة إصبعك أو وجهك أو رمز PIN.',
}));

export const phone: Messages['phone'] = /* @__PURE__ */ section(() => ({
  title: 'هاتفك',
  looking: 'جارٍ التحقق من هذا الهاتف.',
  offline: 'لا اتصال مع Nod. تستمر المحاولة.',
  settings: 'إعدادات هذا الهاتف',
  site: 'فتح Nod في هذا المتصفح',
  done: 'تم',
  back: 'رجوع',
  waitingFor: { phone: 'في انتظار بصمة إصبعك', computer: 'في انتظار الكمبيوتر' },

  welcome: 'هاتفك هو المفتاح',
  noPasswords:
    'لا كلمات مرور في Nod. عند تسجيل الدخول في أي مكان، تعرض هذه الصفحة مَن يطلب، وتكون الموافقة ببصمة إصبعك أو وجهك. هذا الهاتف ليس جاهزًا لذلك بعد.',
  stepName: 'أنشئ حسابًا في متصفح: اختر اسمًا هناك.',
  stepScan: 'امسح بهذا الهاتف رمز QR الظاهر هناك.',
  stepConfirm: 'أكّد ببصمة إصبعك. هذا كل شيء.',
  register: REGISTER,
  scan: 'مسح رمز QR',
  useKey: 'سبق إعداد هذا الهاتف',
  noKey: 'لم يُستخدم أي مفتاح. إن لم يكن في هذا الهاتف مفتاح إلى Nod، فأنشئ حسابًا أو امسح رمز QR.',
  keyForgotten: 'لم يعد هذا المفتاح يعمل. أُزيل الهاتف، أو استُرد الحساب بهاتف آخر.',
  removed: 'أُزيل هذا الهاتف من حسابه، فلم يعد بإمكانه الموافقة.',

  number: 'أدخل الرقم الظاهر أمامك',
  numberHint: 'هو على الشاشة التي يُسجل الدخول منها.',
  readItYourself: 'اكتب الرقم الظاهر على الشاشة التي أمامك.',
  numberUnsent: `${UNREACHABLE}. سيُرسل الرقم حين يعود الاتصال.`,
  digitsOnly: 'اكتب أرقامًا فقط.',
  tooManyDigits: 'الرقم من ست خانات، لا أكثر.',
  digitsMissing: (missing) =>
    `الرقم من ست خانات: تنقص ${plural(missing, { one: 'خانة واحدة', two: 'خانتان', other: `${count(missing)} خانات` })}.`,

  requests: 'متصفحات تطلب الآن',
  asks: {
    sign_in: (browser) => html`يطلب ${browser} تسجيل الدخول`,
    ...ofActs((act) => (browser) => html`يطلب ${browser} ${act}`),
    other: (browser) => html`يطلب ${browser} شيئًا لا تعرفه هذه الصفحة بعد`,
  },
  typeIt: 'اكتب الرقم الذي يعرضه',
  news: (asks) => html`${asks}. اكتب الرقم الذي يعرضه.`,
  justNow: 'قبل لحظات',
  notMe: 'لست أنا',
  scanInstead: 'مسح رمز QR بدلًا من ذلك',

  request: 'طلب من متصفح',
  numberTo: {
    sign_in: 'أدخل الرقم لتسجيل الدخول',
    ...ofActs((act) => `أدخل الرقم ل${act}`),
    other: 'أدخل الرقم للمتابعة',
  },
  numberOfThat: 'هو على شاشة ذلك المتصفح. إن لم يكن أمامك، فاختر «لست أنا».',

  asker: 'مَن يطلب',
  browser: 'المتصفح',
  place: 'المكان',
  address: 'العنوان',
  asked: 'وقت الطلب',
  itsNumber: 'الرقم',
  newBrowser: 'متصفح جديد',
  knownBrowser: 'متصفح معروف',
  signedInAsYou: 'سُجل الدخول منه باسمك',
  adviceOnNew: 'لم يُسجل الدخول منه باسمك من قبل. وافق فقط إن كان أمامك.',
  adviceOnAct: 'سُجل دخولك هناك. وافق فقط إن طلبت هذا للتو.',

  approval: 'الموافقة على تسجيل الدخول',
  signInOn: {
    computer: 'تسجيل الدخول على هذا الكمبيوتر؟',
    phone: 'تسجيل الدخول على هذا الهاتف؟',
    browser: 'تسجيل الدخول في هذا المتصفح؟',
  },
  lifetime: 'مدة تسجيل الدخول',
  // Getters, because the digits are known only once a language is spoken.
  lifetimes: {
    get '10m'() {
      return `${count(10)} دقائق`;
    },
    get '24h'() {
      return `${count(24)} ساعة`;
    },
    get '30d'() {
      return `${count(30)} يومًا`;
    },
  },
  presence: 'فقط ما دامت هذه الصفحة مفتوحة',
  presenceMore: 'يُقفل بعد دقيقة ونصف من مغادرة Nod على هذا الهاتف.',
  presenceLabel: 'فقط ما دامت هذه الصفحة مفتوحة على هاتفك',
  approve: { phone: 'الموافقة ببصمة الإصبع', computer: 'الموافقة بهذا الكمبيوتر' },
  unconfirmed: ofBoth((thing) => `لم يؤكد ${thing}، فلم يدخل أحد. يمكنك الموافقة من جديد متى شئت.`),
  approved: 'تمت الموافقة',
  signedIn: (browser, lifetime) => `سُجل الدخول من ${browser} لمدة ${lifetime}.`,
  signedInHere: (browser, lifetime) =>
    `سُجل الدخول من ${browser} لمدة ${lifetime}، ما دامت هذه الصفحة مفتوحة.`,
  may: {
    ...ofActs((act) => (browser) => `بإمكان ${browser} الآن ${act}.`),
    other: (browser) => `بإمكان ${browser} الآن فعل ذلك.`,
  },
  backToSignIn: 'العودة إلى تسجيل الدخول',

  denial: 'رفض تسجيل الدخول',
  notYou: 'لست مَن طلب؟',
  askedTo: {
    sign_in: (browser, ago) => html`طلب ${browser} تسجيل الدخول باسمك ${ago}.`,
    ...ofActs((act) => (browser, ago) => html`طلب ${browser} ${ago} ${act}.`),
    other: (browser, ago) => html`طلب ${browser} ${ago} شيئًا لا تعرفه هذه الصفحة بعد.`,
  },
  noFingerprint: 'لا يدخل أحد من دون بصمة إصبعك. الرفض ينهي الطلب فورًا.',
  deny: 'رفض',
  denySignIn: 'رفض تسجيل الدخول هذا؟',
  denyAct: 'رفض هذا الطلب؟',
  denyAndReport: 'رفض وإبلاغ',
  didNotAsk: 'لم أطلب هذا',
  denied: 'تم الرفض',
  deniedAndReported: 'تم الرفض والإبلاغ',
  nobodyLetIn: 'لم يدخل أحد، وأُبلغ المتصفح الذي طلب بالرفض.',
  nothingDone: 'لم يحدث شيء، وأُبلغ المتصفح الذي طلب بالرفض.',
  reported: 'ورُفض كل طلب آخر ينتظرك. إن كان المتصفح معروفًا، فلم يعد معروفًا ولن يرن هاتفك له.',
  stillSignedIn: 'لم تنتهِ جلسته: أنهِها من الشاشة التالية.',

  over: {
    expired: {
      title: 'انتهى وقت هذا الطلب',
      text: 'ينتظر تسجيل الدخول دقيقتين. إن كان الطلب منك، فابدأ من جديد في المتصفح.',
    },
    cancelled: {
      title: 'لم يعد المتصفح يطلب',
      text: 'أُلغي تسجيل الدخول هناك. لم يدخل أحد.',
    },
    answered: {
      title: 'طلب سبق الرد عليه',
      text: 'في الشاشة التالية المتصفحات التي سُجل الدخول منها.',
    },
    recovery: {
      title: 'لا استرداد ينتظر',
      text: 'أُوقف، أو انتهى، أو اكتمل: الجواب في نشاط حسابك.',
    },
  },

  recoveryNews: 'هناك مَن يسترد حسابك.',
  recovery: 'هناك مَن يسترد حسابك',
  recoveryUntil: (until) =>
    html`أُدخل رمز الاسترداد هناك. حتى الساعة ${until} يمكن أن يحل هاتف آخر محل هذا. إن كان ذلك منك، فتابع هناك. إيقافه يُبطل الرمز أيضًا.`,
  stop: 'إيقاف الاسترداد',
  unstopped: 'لم يؤكد هاتفك، فالاسترداد مستمر. يمكنك إيقافه من جديد متى شئت.',
  stopped: 'أُوقف الاسترداد',
  stoppedMore:
    'لم يدخل أحد. كان رمز الاسترداد مع شخص آخر، فلم يعد يعمل. أنشئ رمزًا جديدًا الآن: في متصفح سُجل دخولك منه، في صفحة «الحساب».',

  scanner: 'مسح رمز QR',
  picture: 'صورة الكاميرا',
  point: 'وجّه الكاميرا إلى رمز QR على الشاشة الأخرى.',
  foreign: 'هذا الرمز ليس من Nod. وجّه الكاميرا إلى رمز Nod على الشاشة الأخرى.',
  camera: {
    refused: 'لا تصل هذه الصفحة إلى الكاميرا. اسمح بها في إعدادات المتصفح، ثم أعد المحاولة.',
    missing: 'تعذر استخدام الكاميرا الآن. أغلق كل تطبيق آخر يستخدمها، ثم أعد المحاولة.',
  },
  close: 'إغلاق',

  failed: 'تعذر ذلك على متصفح هذا الهاتف. أغلق كل طلب آخر، ثم أعد المحاولة.',
  disabled: 'هذا الحساب موقوف',
  disabledMore: 'لا يمكن لأحد تسجيل الدخول به الآن. اسأل المشرفين على هذا الموقع.',
  lookAgain: 'التحقق من جديد',
}));

export const enrol: Messages['enrol'] = /* @__PURE__ */ section(() => ({
  title: ofBoth((thing) => `إعداد هذا ${thing}`),
  signsIn: ofBoth((thing) => (name) => html`سيُسجل دخولك بهذا ${thing} باسم ${name}.`),
  adds: ofBoth((thing) => (name) => html`سيُضاف هذا ${thing} إلى حساب ${name}. لا تتغير هواتفك الأخرى.`),
  onlyPhone: (name) => html`سيصبح الهاتف الوحيد لحساب ${name}.`,
  othersGo: 'تُزال كل الهواتف الأخرى، ويُسجل الخروج من كل المتصفحات. ثم يعرض متصفحك رمز استرداد جديدًا.',
  replaces: ofBoth(
    (thing) => (before, name) =>
      html`هذا ${thing} هو الآن مفتاح حساب ${before}. بالمتابعة يصبح مفتاح حساب ${name} بدلًا منه.`,
  ),
  replacesAnother: ofBoth(
    (thing) => (name) =>
      html`هذا ${thing} هو الآن مفتاح حساب آخر. بالمتابعة يصبح مفتاح حساب ${name} بدلًا منه.`,
  ),
  name: ofBoth((thing) => `اسم لهذا ${thing}`),
  androidPhone: 'هاتف Android',
  thisComputer: THIS.computer,
  willAsk: ofBoth((thing) => `سيطلب ${thing} بصمة إصبعك أو وجهك أو رمز PIN.`),
  noKeys: 'لا يمكن لهذا المتصفح حفظ مفتاح. افتح الرابط في Chrome أو Safari أو Firefox.',
  makeKey: ofBoth((thing) => `جعل هذا ${thing} مفتاحي`),
  makeOnlyPhone: 'جعله هاتفي الوحيد',
  waiting: ofBoth((thing) => `في انتظار ${thing}`),
  unconfirmed: ofBoth((thing) => `لم يؤكد ${thing}، فلم يُنشأ أي مفتاح. يمكنك إعادة المحاولة متى شئت.`),
  hasKey: ofBoth((thing) => (name) => `في هذا ${thing} مفتاح لحساب ${iso(`@${name}`)} من قبل، فلا شيء يُضاف.`),
  ready: ofBoth((thing) => `هذا ${thing} جاهز`),
  next: {
    registration: 'تابع في متصفحك. من الآن، افتح هذه الصفحة عند تسجيل الدخول في أي مكان.',
    invite: 'صار أحد هواتفك.',
    recovery: 'صار هاتفك الوحيد. تابع في متصفحك، ودوّن رمز الاسترداد الجديد هناك.',
  },
  dead: 'هذا الرابط لا يعمل',
}));

export const phoneSettings: Messages['phoneSettings'] = {
  title: THIS,
  signsIn: (name) => html`يُسجل به دخولك باسم ${name}.`,
  name: 'الاسم',
  nameHint: 'يظهر لك في متصفحك حين يسمح هذا الهاتف بدخولك.',
  save: 'حفظ الاسم',
  saving: 'جارٍ الحفظ',
  renamed: (name) => `صار اسمه ${iso(name)}.`,

  ringingTitle: 'الرنين',
  ringing: {
    on: 'يرن هذا الهاتف عند تسجيل الدخول من متصفح سبق أن استخدمته.',
    off: 'لا يرن هذا الهاتف. افتح هذه الصفحة عند تسجيل الدخول في أي مكان.',
    blocked: 'يمنع المتصفح هذا الهاتف من أن يرن. اسمح بالإشعارات لهذا الموقع في إعدادات المتصفح.',
    'after installing':
      'يمكن لهذا الهاتف أن يرن حين يكون Nod على الشاشة الرئيسية. اضغط على «مشاركة»، ثم «إضافة إلى الشاشة الرئيسية»، وافتح Nod من هناك.',
    'not here': 'لا يمكن جعل هذا المتصفح يرن. افتح هذه الصفحة عند تسجيل الدخول في أي مكان.',
  },
  ring: 'تفعيل الرنين',
  stopRinging: 'إيقاف الرنين',
  wait: 'لحظة واحدة',
  noPush: 'لا ترد خدمة الإشعارات في هذا المتصفح. أعد المحاولة لاحقًا.',
  offer: 'رنين هذا الهاتف عند تسجيل دخولك',
  offerMore: 'لا يرن إلا لمتصفح سبق أن استخدمته، ولا يرن لغريب أبدًا.',
  rings: 'سيرن هذا الهاتف من الآن',
  ringsMore: 'اضغط على الإشعار، واكتب الرقم الذي يعرضه المتصفح.',
  notNow: 'ليس الآن',

  installTitle: 'أضف Nod إلى الشاشة الرئيسية',
  install: 'تثبيت',

  removal: REMOVE_PHONE,
  onlyWayIn: 'طريقة دخولك الوحيدة: أضف هاتفًا آخر قبل إزالته، في متصفح سُجل دخولك منه.',
  removalMore: 'لن يوافق بعدها على شيء. وللعودة يلزم إعداده من جديد.',
  remove: 'إزالة',
  signOutToo: 'تسجيل الخروج أيضًا من المتصفحات التي سمح بدخولها',
  removeIt: REMOVE_PHONE,
  removing: 'جارٍ الإزالة',
  removed: 'أُزيل هذا الهاتف',
  removedMore: (browsers) =>
    plural(browsers, {
      zero: 'لن يوافق بعد الآن على شيء.',
      other: `لن يوافق بعد الآن على شيء، و${signedOut(browsers)}.`,
    }),
  deletePasskey: 'يمكنك حذف مفتاح المرور من إعدادات الهاتف.',

  browsers: 'متصفحات سُجل الدخول منها',
  noBrowser: 'لا متصفحات. حين يسمح هاتفك بدخول متصفح، يظهر هنا ويمكنك إنهاء جلسته.',
  more: SHOW_MORE,
  active: (ago) => html`آخر نشاط: ${ago}`,
  letInBy: (provider) => `بموافقة ${provider}`,
  end: 'إنهاء',
  endOf: (session) => `إنهاء جلسة ${session}`,
  endAll: 'إنهاء الكل',
  endQuestion: 'يُسجل الخروج منه خلال ثانية.',
  endIt: 'إنهاء هذه الجلسة',
  endAllQuestion: 'يُسجل الخروج من كل المتصفحات خلال ثانية.',
  endThemAll: 'إنهاء كل الجلسات',
  ended: 'سُجل الخروج من ذلك المتصفح.',
  allEnded: 'سُجل الخروج من كل المتصفحات.',
  notMe: NOT_ME,
  reportQuestion: (browser) =>
    `تنتهي جلسة ${browser}، ويُخفى ما كُتب فيه، ويُلغى ما فُعل فيه غير ذلك، ويُرفض كل طلب دخول ينتظرك الآن.`,
  report: END_AND_TAKE_BACK,
  signedOut: (browser) => `سُجل الخروج من ${browser}.`,
  codeIsVoid: 'لم يعد رمز الاسترداد يعمل. أنشئ رمزًا جديدًا الآن، في متصفح.',

  unlocked: (browsers) => `${counted(browsers, BROWSER)} بلا قفل ما دامت هذه الصفحة مفتوحة`,
  unlockedMore: (browsers) =>
    plural(browsers, {
      one: 'بعد مغادرة هذه الصفحة أو إغلاقها بدقيقة ونصف يُقفل المتصفح، وبعد عشر دقائق يُسجل الخروج منه.',
      two: 'بعد مغادرة هذه الصفحة أو إغلاقها بدقيقة ونصف يُقفل المتصفحان، وبعد عشر دقائق يُسجل الخروج منهما.',
      other: 'بعد مغادرة هذه الصفحة أو إغلاقها بدقيقة ونصف تُقفل المتصفحات، وبعد عشر دقائق يُسجل الخروج منها.',
    }),
  awake: 'تبقى الشاشة مضاءة.',
  keepAwake: 'أبقِ الشاشة مضاءة بنفسك: لا يمكن لهذا المتصفح ذلك.',
};

/**
 * Each begins with an Arabic word, by which a phone decides the direction of the whole. The acts are written out, as
 * the scripts of the pages do not say these.
 */
export const push: Messages['push'] = {
  asks: {
    sign_in: (browser) => `يطلب ${browser} تسجيل الدخول`,
    add_phone: (browser) => `يطلب ${browser} إضافة هاتف`,
    remove_phone: (browser) => `يطلب ${browser} إزالة هاتف`,
    new_recovery_code: (browser) => `يطلب ${browser} إنشاء رمز استرداد جديد`,
    add_link: (browser) => `يطلب ${browser} ربط حساب`,
    remove_link: (browser) => `يطلب ${browser} إلغاء ربط حساب`,
    not_me: (browser) => `يطلب ${browser} إنهاء جلسة متصفح والتراجع عما فعله`,
  },
  typeTheNumber: (place) =>
    `افتح Nod واكتب الرقم الذي يعرضه.${place === undefined ? '' : ` المكان: ${iso(place)}.`}`,

  changes: {
    phone_invited: () => 'دُعي هاتف آخر إلى حسابك',
    phone_added: ({ device }) => `أُضيف ${aPhone(device)} إلى حسابك`,
    phone_removed: ({ device }) => `أُزيل ${aPhone(device)} من حسابك`,
    recovery_renewed: () => 'لحسابك رمز استرداد جديد',
    recovery_revoked: () => 'لم يعد رمز الاسترداد يعمل',
    recovery_begun: () => 'هناك مَن يسترد حسابك',
    recovered: ({ device }) => `استُرد حسابك، وهاتفه الآن ${device === undefined ? 'هاتف آخر' : iso(device)}`,
    recovery_stopped: ({ device }) => `أوقف ${aPhone(device)} استرداد حسابك`,
    link_added: ({ provider = 'خدمة أخرى' }) => `أصبح بإمكان ${provider} فتح حسابك`,
    link_removed: ({ provider = 'خدمة أخرى' }) => `لم يعد يمكنك تسجيل الدخول باستخدام ${provider}`,
    browser_added: ({ browser = 'أحد المتصفحات' }) => `سيرن هاتفك من الآن حين يطلب ${browser} الدخول`,
    browser_forgotten: ({ browser = 'أحد المتصفحات' }) => `لم يعد ${browser} معروفًا، ولن يرن هاتفك له`,
  },
  thisPhoneRemoved: 'أُزيل هذا الهاتف من حسابك',

  ofRemovedPhone: 'لن يوافق بعد الآن على شيء. إن لم يكن ذلك منك، سجّل الدخول بطريقة أخرى وراجع هواتفك.',
  stopIt: (browser, place) =>
    `رمز الاسترداد مع ${browser ?? 'أحد المتصفحات'}${place === undefined ? '' : `، ${iso(place)}`}. إن لم يكن ذلك منك، اضغط هنا وأوقفه.`,
  codeIsVoid: 'لم يعد رمز الاسترداد يعمل. أنشئ رمزًا جديدًا في متصفح سُجل دخولك منه.',
  ifNotYou: 'إن لم يكن ذلك منك، افتح Nod وأنهِ جلسات المتصفحات التي لا علم لك بها.',
  alerts: {
    mentions: (name) => `ذكرك ${name}`,
    replies: (name) => `ردّ عليك ${name}`,
    messages: (name) => `رسالة جديدة من ${name}`,
  },
};

const aPhone = (device: string | undefined): string => (device === undefined ? 'أحد الهواتف' : iso(device));

export const languages: Messages['languages'] = {
  title: 'اللغة',
  lead: 'لغة Nod في هذا المتصفح. أما لغة الهاتف فتختارها على الهاتف نفسه.',
};

export const practice: Messages['practice'] = {
  noPhone: 'لا هاتف معك؟',
  openPhone: 'فتح الهاتف التجريبي',
  openSecondPhone: 'فتح هاتف تجريبي ثانٍ',
  demo: 'شخصان خياليان، على هذا الجهاز فقط',
  notice: 'هاتف تجريبي — على هذا الكمبيوتر فقط، لا في موقع حقيقي أبدًا',
  approve: 'الموافقة ببصمة تجريبية',
  name: (number) => (number === 1 ? 'هاتف تجريبي' : `هاتف تجريبي ${count(number)}`),
  account: 'أي حساب؟',
  nameless: 'حساب بلا اسم',
  none: 'لا شيء منها',
};

export const hides: Messages['hides'] = {
  mute: (name) => `كتم ${iso(name)}`,
  unmute: (name) => `إلغاء كتم ${iso(name)}`,
  block: (name) => `حظر ${iso(name)}`,
  unblock: (name) => `إلغاء حظر ${iso(name)}`,
  reportPost: 'الإبلاغ عن هذا المنشور',
  reportPerson: (name) => `الإبلاغ عن ${iso(name)}`,
  whatYouCanDo: (name) => `ما يمكنك فعله بشأن ${iso(name)}`,
  nowMuted: (name) => `كُتم ${iso(name)}: لن تظهر لك منشوراته إلا في صفحته.`,
  nowUnmuted: (name) => `أُلغي كتم ${iso(name)}.`,
  nowBlocked: (name) => `حُظر ${iso(name)}.`,
  nowUnblocked: (name) => `أُلغي حظر ${iso(name)}. لا تعود المتابعات بينكما.`,
  undo: 'تراجع',
  undoFailed: 'تعذر التراجع.',
  blockAsk: (name) => `حظر ${iso(name)}؟`,
  blockMeans:
    'لن يرى أحدكما الآخر ولن يتابعه ولن يكتب إليه، وإن كان أحدكما يتابع الآخر انتهى ذلك. يمكن لهذا الشخص أن يرى في صفحتك أنك حظرته.',
  blockYes: 'حظر',
  youMuted: 'كتمت هذا الشخص.',
  youMutedMore: 'تظهر لك منشوراته هنا وحدها، وهو لا يعلم بذلك.',
  youBlocked: 'حظرت هذا الشخص.',
  blockedYou: 'حظرك هذا الشخص.',
  blockedMore: 'لا يرى أحدكما ما يكتبه الآخر.',
  title: 'المكتومون والمحظورون',
  lead: 'لا يعلم أحد أنك كتمته. من حظرته يمكنه أن يرى ذلك في صفحتك.',
  settingsLead: 'من لا تريد أن تراهم.',
  show: 'عرض القائمة',
  notLoaded: 'تعذر تحميل القائمة.',
  muted: 'مكتوم',
  blocked: 'محظور',
  none: 'لم تكتم أحدًا ولم تحظر أحدًا.',
  noneMore: 'يمكنك فعل ذلك في صفحة كل شخص.',
  more: (people) => `${others(people, ['شخص', 'شخصان', 'أشخاص', 'شخصًا'])}.`,
  unmuteThis: 'إلغاء الكتم',
  unblockThis: 'إلغاء الحظر',
  reportPostTitle: 'ما المشكلة في هذا المنشور؟',
  reportPersonTitle: (name) => `ما المشكلة في ${iso(name)}؟`,
  reportLead: 'سيقرأه القائمون على Nod هنا. لن يعلم غيرهم أنك من أبلغ.',
  reasons: {
    spam: 'رسائل مزعجة أو احتيال',
    abuse: 'إهانة أو تهديد أو ملاحقة لشخص',
    illegal: 'مخالف للقانون',
    other: 'شيء آخر',
  },
  chooseReason: 'اختر المشكلة.',
  words: 'ما ينبغي أن يعرفوه (يمكن تركه فارغًا)',
  send: 'إبلاغ',
  reportedTitle: 'شكرًا لك.',
  reported:
    'وصل بلاغك إلى القائمين على Nod هنا. سينظرون فيه ويقررون، ولن يصلك منهم رد هنا. حتى ذلك الحين يمكنك كتم الشخص أو حظره.',
  close: 'إغلاق',
};

export const text: Messages['text'] = {
  language: 'لغة المنشور',
};

export const threads: Messages['threads'] = {
  replyingTo: (name) => html`ردًّا على ${name}`,
  replies: 'الردود',
  noReplies: 'لا ردود بعد.',
  yourReply: 'ردّك',
  replyPlaceholder: (name) => `الرد على ⁨@${name}⁩`,
  reply: 'رد',
  replied: 'نُشر ردّك.',
  signInToReply: () => 'سجّل الدخول للرد',
  moreAbove: 'عرض ما سبق',
  moreReplies: 'عرض المزيد من الردود',
  moreCame: (replies) =>
    plural(replies, {
      zero: 'لا ردود أخرى.',
      one: 'رد آخر.',
      two: 'ردّان آخران.',
      few: `${count(replies)} ردود أخرى.`,
      many: `${count(replies)} ردًّا آخر.`,
      other: `${count(replies)} رد آخر.`,
    }),
  gone: {
    deleted: 'حُذف هذا المنشور.',
    hidden: 'هذا المنشور مخفي الآن.',
    unseen: 'أنت وكاتب هذا المنشور لا يرى أحدكما الآخر.',
  },
  goneTitle: 'منشور محذوف · Nod',
  above: 'ما يردّ عليه هذا',
  whoMayReply: 'من يمكنه الرد',
  who: {
    everybody: 'يمكن للجميع الرد',
    following: 'من أتابعهم فقط',
    mentioned: 'من أذكرهم فقط',
    nobody: 'لا يمكن لأحد الرد',
  },
  whoSaid: {
    following: 'لا يرد إلا من يتابعهم كاتب المنشور.',
    mentioned: 'لا يرد إلا من ذُكروا في المنشور الأول.',
    nobody: 'لا يمكن لأحد الرد هنا.',
  },
  removeReply: (name) => html`إزالة<span class="visually-hidden"> رد ${name} من هذا النقاش</span>`,
  removed: 'لم يعد الرد في هذا النقاش.',
  edit: () => html`تعديل<span class="visually-hidden"> هذا المنشور</span>`,
  editLabel: 'نص منشورك',
  saveEdit: 'حفظ',
  cancelEdit: 'إلغاء',
  saved: 'حُفظ.',
  editedMeanwhile: 'عُدّل هذا المنشور في نافذة أخرى. انسخ نصك ثم أعد تحميل الصفحة.',
  edited: 'معدّل',
  history: 'ما كان في هذا المنشور',
  closeHistory: 'إغلاق',
  now: 'الآن',
  historyNotLoaded: 'لم تصل النسخ السابقة.',
  deleted: 'حُذف.',
  undo: 'تراجع',
  deletedAnnounced: 'حُذف المنشور. يمكنك التراجع خلال عشر ثوانٍ.',
  undone: 'عاد المنشور.',
  notDeleted: (why) => `لم يُحذف المنشور. ${why}`,
};

export const people: Messages['people'] = {
  follow: 'متابعة',
  following: 'تتم المتابعة',
  followName: (name) => `متابعة ${name}`,
  followingName: (name) => `تتم المتابعة: ${name}. إلغاء المتابعة`,
  nowFollowing: (name) => `بدأت متابعة ${name}.`,
  nowNotFollowing: (name) => `انتهت متابعة ${name}.`,
  followsYou: 'يتابعك',
  followersOf: (name) => html`متابعو ${name}`,
  followedBy: (name) => html`حسابات يتابعها ${name}`,
  titleOfFollowers: (name) => `متابعو ${name}`,
  titleOfFollowing: (name) => `حسابات يتابعها ${name}`,
  nobodyFollows: 'لا متابعين بعد.',
  followsNobody: 'لا متابعة لأحد بعد.',
  notLoaded: 'لم تصل القائمة',
  morePeople: (number) => `المزيد: ${count(number)}.`,
  lists: 'المنشورات',
  home: 'الرئيسية',
  everybody: 'الجميع',
  followSomebody: 'تابع أحدًا، فتظهر هنا منشوراته.',
  suggested: 'من يكتب هنا',
  nothingAtHome: 'لا شيء هنا بعد',
  nothingAtHomeMore: 'لا منشورات بعد من حسابات تتابعها. انظر ما يقوله الجميع.',
};
export const navigation: Messages['navigation'] = {
  search: 'البحث',
  notices: 'التنبيهات',
  messages: 'الرسائل',
  profile: 'الملف',
  saved: 'المحفوظات',
  settings: 'الإعدادات',
  unread: (items) => `(الجديد: ${count(items)})`,
  newPost: 'منشور جديد',
  close: 'إغلاق',

  newPosts: (posts) => `منشورات جديدة: ${count(posts)}`,
  manyNewPosts: (least) => `منشورات جديدة: أكثر من ${count(least)}`,
  newPostsAbove: (posts) => `منشورات جديدة في الأعلى: ${count(posts)}.`,
  toNewest: 'إلى الأحدث',

  keys: 'لوحة المفاتيح',
  keysLead: 'يكفي حرف واحد حيثما لا تكتب.',
  nextPost: 'المنشور التالي',
  postBefore: 'المنشور السابق',
  like: 'إعجاب',
  reply: 'رد',
  theseKeys: 'هذه القائمة',
  keysOn: 'استخدام هذه الحروف',
  keysOnMore: 'أوقفها إن كنت تتحدث إلى حاسوبك أو تضغط المفاتيح دون قصد. تجد هذه القائمة في الإعدادات أيضًا.',
  keysOfPages: 'حروف تنقلك من منشور إلى منشور',
  showKeys: 'عرض',
};

export const profile: Messages['profile'] = {
  edit: 'تعديل الملف الشخصي',
  editTitle: 'تعديل ملفك الشخصي',
  name: 'الاسم',
  about: 'نبذة عنك',
  aboutTooLong: (over) => `احذف ${count(over)} من الأحرف لتحفظه.`,
  links: 'أماكنك الأخرى',
  link: (number) => `الرابط ${count(number)}`,
  linkWrong: 'هذا ليس عنوان صفحة. يبدو العنوان هكذا: example.com/you.',
  saved: 'حُفظ.',
  posts: (posts, number) =>
    html`${number}${plural(posts, { zero: ' منشور', one: ' منشور', two: ' منشور', few: ' منشورات', many: ' منشورًا', other: ' منشور' })}`,
  followers: (people, number) =>
    html`${number}${plural(people, { zero: ' متابع', one: ' متابع', two: ' متابع', few: ' متابعين', many: ' متابعًا', other: ' متابع' })}`,
  following: (_, number) => html`يتابع ${number}`,
  pinned: 'مثبّت',
  pin: 'تثبيت في ملفك الشخصي',
  unpin: 'إلغاء التثبيت من ملفك الشخصي',
  isPinned: 'ثُبّت في ملفك الشخصي.',
  isUnpinned: 'لم يعد مثبّتًا.',
  choosePicture: 'اختر صورة',
  removePicture: 'أزل الصورة',
  showLastSeen: 'أظهر اليوم الذي كنت فيه هنا آخر مرة',
  showLastSeenMore: 'اليوم فقط، ولمن سجّلوا الدخول وحدهم. لا يراه من حظرته ولا من حظرك.',
  lastSeen: (day) => html`آخر حضور: ${day}`,
  replies: 'الردود',
  likes: 'الإعجابات',
  noReplies: 'لا ردود بعد.',
  noRepliesMore: 'ستظهر هنا الردود على منشورات أخرى.',
  noLikes: 'لا إعجابات بعد.',
  noLikesMore: 'سيظهر هنا ما يعجبك، ولا يراه أحد غيرك.',
  likesPrivate: 'الإعجابات خاصة.',
  likesPrivateMore: 'لا أحد يرى ما يعجب غيره.',
};

export const marks: Messages['marks'] = {
  reply: (name) => `الرد على منشور من ${iso(name)}`,
  repost: (name) => `إعادة نشر منشور من ${iso(name)}`,
  like: (name) => `الإعجاب بمنشور من ${iso(name)}`,
  save: (name) => `حفظ منشور من ${iso(name)}`,
  share: (name) => `مشاركة منشور من ${iso(name)}`,
  more: (name) => `المزيد عن منشور من ${iso(name)}`,
  counted: (button, number) => `${button}: ${number}`,
  repostedBy: (name) => html`أعاد نشره ${name}`,
  repostedByYou: 'أُعيد نشره من حسابك',
  copyText: 'نسخ النص',
  copyAddress: 'نسخ العنوان',
  textCopied: 'نُسخ النص.',
  addressCopied: 'نُسخ العنوان.',
  notCopied: 'لم يسمح متصفحك بالنسخ.',
  saved: 'المحفوظات',
  savedLead: 'لا أحد غيرك يرى ما حُفظ لديك.',
  savedNotLoaded: 'تعذر تحميل المحفوظات.',
  nothingSaved: 'لا شيء محفوظ بعد.',
  nothingSavedMore: 'ما يُحفظ من تحت أي منشور يظهر هنا.',
};

const MESSAGE: Noun = ['رسالة', 'رسالتان', 'رسائل', 'رسالة'];

/** The same of messages, which are of the other gender. */
const countedMessages = (number: number): string =>
  plural(number, {
    one: 'رسالة واحدة',
    two: MESSAGE[1],
    few: `${count(number)} ${MESSAGE[2]}`,
    other: `${count(number)} ${MESSAGE[0]}`,
  });

export const chats: Messages['chats'] = {
  title: 'الرسائل',
  list: 'المحادثات',
  listFailed: 'تعذر تحميل محادثاتك.',
  moreCame: (chats) => `محادثات أخرى: ${count(chats)}.`,
  none: 'لا رسائل بعد',
  noneMore: () => html`للكتابة إلى أحدهم، افتح صفحته واضغط على الظرف. <a href="/">من هنا؟</a>`,
  choose: 'اختر محادثة.',
  you: (text) => html`أنت: ${text}`,
  deleted: 'حُذفت هذه الرسالة.',
  unread: (messages) => `غير مقروء: ${countedMessages(messages)}`,
  back: 'كل الرسائل',
  with: (name) => `الرسائل مع ${iso(name)}`,
  failed: 'تعذر تحميل هذه المحادثة.',
  earlier: 'عرض رسائل أقدم',
  earlierCame: (messages) => `أقدم: ${countedMessages(messages)}.`,
  whoReads: (name) => html`يمكنك أنت و${name} قراءة هذا، ويمكن ذلك أيضًا لمن يشغّل Nod هذا.`,
  nothingYet: (name) => html`لا رسائل بعد بينك وبين ${name}.`,
  newOnes: 'جديد',
  from: (name) => html`${name}:`,
  fromYou: 'أنت:',
  yourMessage: 'رسالتك',
  write: 'اكتب رسالة',
  enterSends: 'مفتاح الإدخال يرسل، ومعه Shift يبدأ سطرًا جديدًا.',
  send: 'إرسال',
  writeFirst: 'اكتب شيئًا أولًا.',
  tooLong: (most, over) => `الحد الأقصى للرسالة ${characters(most)}. يلزم حذف ${characters(over)} لإرسالها.`,
  sending: 'جارٍ الإرسال',
  notSent: 'لم تُرسل.',
  sendAgain: 'إرسال من جديد',
  discard: 'تجاهل',
  delete: () => html`حذف<span class="visually-hidden"> هذه الرسالة</span>`,
  deleteAsk: 'حذف هذه الرسالة لديكما معًا؟',
  deleteYes: 'حذف',
  deleteNo: 'إبقاء',
  wasDeleted: 'حُذفت الرسالة.',
  blocked: 'لا يمكن تبادل الرسائل بينك وبين هذا الشخص.',
  yourself: 'هذا حسابك',
  yourselfMore: 'للكتابة إلى شخص آخر، افتح صفحته واضغط على الظرف.',
};

/** Pictures in posts: adding them, and looking at them. */
export const media = {
  add: 'إضافة صور',
  /** Below the composer. Pictures are counted from one. */
  describe: (n: number) => `وصف الصورة ${count(n)}`,
  describeHelp: 'ما يظهر فيها، لمن لا يراها',
  remove: (n: number) => `إزالة الصورة ${count(n)}`,
  sending: 'في الطريق',
  failed: 'لم تصل هذه الصورة.',
  again: 'إعادة المحاولة',
  tooMany: 'في المنشور أربع صور على الأكثر.',
  tooHeavy: 'هذه الصورة كبيرة جدًا، ولا يستطيع متصفحك تصغيرها.',
  wait: 'انتظر حتى تصل صورك.',

  /** On a picture that somebody has described. */
  alt: 'ALT',
  open: (n: number) => `فتح الصورة ${count(n)}`,
  of: (n: number, all: number) => `الصورة ${count(n)} من ${count(all)}`,
  undescribed: 'لم يصف أحد هذه الصورة.',
  previous: 'الصورة السابقة',
  next: 'الصورة التالية',
  close: 'إغلاق',
};

export const search: Messages['search'] = {
  title: 'البحث',
  label: 'ما تبحث عنه',
  placeholder: 'منشورات، أشخاص، وسوم',
  search: 'بحث',
  kinds: 'نتائج البحث',
  posts: 'منشورات',
  people: 'أشخاص',
  notLoaded: 'تعذر البحث.',
  nothing: 'لا نتائج.',
  nothingMore: 'يجب أن ترد كل الكلمات في منشور واحد. جرّب كلمات أقل أو غيرها.',
  nobody: 'لا أحد بهذا الاسم.',
  nobodyMore: 'البحث عن الأشخاص يكون ببداية أسمائهم.',
  nothingSoFar: 'لا نتائج حتى الآن.',
  lookedBackTo: (day) => html`شمل البحث ما يعود إلى ${day}.`,
  lookFurther: 'البحث فيما قبل ذلك',
  noneOfTag: 'لم يُستخدم هذا الوسم بعد.',
  noneOfTagMore: 'اكتبه في منشور فيظهر هنا.',
  help: {
    title: 'يمكنك أيضًا البحث عن',
    phrase: 'هذه الكلمات بهذا الترتيب',
    tag: 'وسم',
    fromMe: 'منشوراتك، ومنشورات غيرك بأسمائهم',
    image: 'منشورات فيها صور',
    before: 'منشورات قبل يوم معين',
    since: 'منشورات منذ سنة أو شهر أو يوم',
  },
};

export const notices: Messages['notices'] = {
  title: 'التنبيهات',
  failed: 'تعذر تحميل تنبيهاتك.',
  moreCame: (notices) => `تنبيهات أخرى: ${count(notices)}.`,
  none: 'لا شيء بعد',
  noneMore: 'هنا يظهر من يتابعك ويذكرك ويردّ عليك، ومن تعجبه منشوراتك ويعيد نشرها، وما يتغيّر في حسابك.',
  isNew: 'جديد:',
  followed: (name) => html`يتابعك ${name}`,
  mentioned: (name) => html`ذكرك ${name}`,
  replied: (name) => html`ردّ عليك ${name}`,
  // A verb before those who do it is the same for any number of them.
  liked: (who) => html`نال منشورك إعجاب ${who}`,
  reposted: (who) => html`أعاد نشر منشورك ${who}`,
  others: (people) => `آخرون (${count(people)})`,
  toActivity: 'النشاط كله',
};
