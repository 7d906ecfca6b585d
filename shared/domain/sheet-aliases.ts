/**
 * @file What offices write in their own sheets for what our forms call otherwise. Compared after folding and never
 * shown, so that they stand here and not among the words of the program.
 */
import type { SheetKind } from './sheet-fields.ts';

const person = [
  'name',
  'member',
  'الاسم',
  'اسم العضو',
  'الاسم الثلاثي',
  'الاسم الرباعي',
  'ناو',
  'ناوی ئەندام',
  'ناوی سیانی',
];
const phone = [
  'mobile',
  'phone number',
  'telephone',
  'الهاتف',
  'هاتف',
  'تەلەفۆن',
  'رقم الهاتف',
  'الموبايل',
  'رقم الموبايل',
  'ژمارەی مۆبایل',
  'مۆبایل',
  'ژمارەی تەلەفۆن',
];
const sex = ['gender', 'sex', 'الجنس', 'النوع', 'ڕەگەز', 'ڕەگەزی'];
const place = ['district', 'governorate', 'location', 'القضاء', 'المحافظة', 'الموقع', 'قەزا', 'پارێزگا', 'شوێن'];
const day = ['date', 'التاريخ', 'بەروار', 'ڕێکەوت'];

export const HEADER_ALIASES: Readonly<Record<SheetKind, Readonly<Record<string, readonly string[]>>>> = {
  members: {
    name: person,
    phone,
    sex,
    ageBand: ['age', 'age group', 'العمر', 'الفئة العمرية', 'تەمەن', 'گرووپی تەمەن'],
    category: ['group', 'category', 'representing', 'الفئة', 'الجهة التي يمثلها', 'نوێنەرایەتی', 'گرووپ'],
    role: ['role', 'position', 'الصفة', 'المنصب', 'الدور', 'پۆست', 'ڕۆڵ'],
    status: ['status', 'الحالة', 'دۆخ'],
    since: ['joined', 'start date', 'تاريخ الانضمام', 'بەرواری بەشداربوون'],
    institution: ['organization', 'organisation', 'الجهة', 'المؤسسة', 'دامەزراوە', 'ڕێکخراو'],
  },
  meetings: {
    date: day,
    type: ['type', 'النوع', 'نوع الاجتماع', 'جۆر', 'جۆری کۆبوونەوە'],
    status: ['status', 'الحالة', 'دۆخ'],
    venue: ['venue', 'place', 'location', 'المكان', 'مكان الاجتماع', 'شوێن'],
    startTime: ['start', 'from', 'وقت البدء', 'دەستپێک'],
    endTime: ['end', 'to', 'وقت الانتهاء', 'کۆتایی'],
    guestsWomen: ['women', 'النساء', 'ژنان'],
    guestsMen: ['men', 'الرجال', 'پیاوان'],
    agenda: ['agenda', 'جدول الأعمال', 'بەرنامەی کار'],
  },
  trainings: {
    title: ['title', 'training', 'course', 'العنوان', 'اسم الدورة', 'الدورة', 'ناونیشان', 'خول'],
    topics: ['topic', 'subject', 'الموضوع', 'المواضيع', 'بابەت'],
    days: [...day, 'days', 'dates', 'training dates', 'الأيام', 'ڕۆژەکان'],
    hours: ['hours', 'الساعات', 'کاتژمێر'],
    status: ['status', 'الحالة', 'دۆخ'],
    place,
    forum: ['forum', 'المنتدى', 'مەکۆ'],
    reachedWomen: ['women', 'النساء', 'ژنان'],
    reachedMen: ['men', 'الرجال', 'پیاوان'],
  },
  assets: {
    name: ['name', 'item', 'description', 'model', 'الاسم', 'المادة', 'الوصف', 'ناو', 'کەرەستە'],
    kind: ['type', 'kind', 'category', 'النوع', 'جۆر'],
    serial: ['serial', 'serial no', 's n', 'الرقم التسلسلي', 'الرقم المصنعي', 'ژمارەی زنجیرە'],
    plate: ['plate', 'plate no', 'رقم اللوحة', 'رقم المركبة', 'ژمارەی تابلۆ'],
    quantity: ['qty', 'quantity', 'العدد', 'الكمية', 'ژمارە', 'بڕ'],
    acquiredOn: ['date of purchase', 'purchase date', 'تاريخ الشراء', 'تاريخ الاستلام', 'بەرواری کڕین'],
    place,
    site: ['office', 'facility', 'المكتب', 'المرفق', 'نووسینگە'],
    status: ['status', 'الحالة', 'دۆخ'],
    donor: ['donor', 'الجهة المانحة', 'بەخشەر'],
    amount: ['value', 'price', 'cost', 'القيمة', 'السعر', 'نرخ'],
  },
};

export const YES_WORDS: readonly string[] = ['yes', 'y', 'true', '1', 'x', 'نعم', 'اي', 'صح', 'بەڵێ', 'ئا'];
export const NO_WORDS: readonly string[] = ['no', 'n', 'false', '0', 'لا', 'كلا', 'نا', 'نەخێر'];

/** Of the first cell of a template's example row, which is never brought in. */
export const EXAMPLE_MARKS: readonly string[] = ['example', 'مثال', 'نموونە'];
