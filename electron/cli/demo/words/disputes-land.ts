/** @file Cases about inheritance, neighbours, land and water. */
import type { DisputeSet } from './dispute-set.ts';

export const LAND_DISPUTES: readonly DisputeSet[] = [
  {
    type: 'inheritance_division',
    properties: ['house', 'agricultural_land'],
    other: 'heir',
    paths: ['mediated-and-registered', 'mediated', 'no-agreement'],
    words: {
      'ar-IQ': {
        narrative:
          'توفي الوالد سنة {year} ولم تُقسم التركة، ويختلف مقدم الطلب مع شقيقه {other} على حصة الدار. لدى الورثة {document}.',
        property: 'دار الوالد في {quarter} مع قطعة مجاورة.',
        documents: ['قسام شرعي', 'سند باسم المورّث'],
      },
      'ckb-IQ': {
        narrative:
          'باوک ساڵی {year} کۆچی دوایی کردووە و میراتەکە دابەش نەکراوە، داواکار لەگەڵ براکەی {other} لەسەر پشکی خانووەکە ناکۆکن. میراتگران {document}یان لایە.',
        property: 'خانووی باوک لە {quarter} لەگەڵ پارچەیەکی تەنیشتی.',
        documents: ['قەسامی شەرعی', 'سەنەد بە ناوی کۆچکردووەوە'],
      },
    },
  },
  {
    type: 'women_inheritance_denied',
    properties: ['house', 'agricultural_land', 'orchard'],
    other: 'heir',
    paths: ['mediated', 'shuttle', 'withdrawn', 'court'],
    words: {
      'ar-IQ': {
        narrative:
          'تطلب مقدمة الطلب حصتها الشرعية من أرض والدها المتوفى سنة {year}، ويقول {other} إنها تنازلت شفهياً وهي تنفي. لديها {document}. تفضل حلاً عائلياً دون محكمة.',
        property: 'بستان صغير قرب {quarter} ودار العائلة.',
        documents: ['قسام شرعي يذكر حصتها', 'صورة قيد العقار'],
      },
      'ckb-IQ': {
        narrative:
          'داواکار داوای پشکی شەرعیی خۆی دەکات لە زەویی باوکی کە ساڵی {year} کۆچی دوایی کردووە، {other} دەڵێت بە زارەکی دەستبەردار بووە و ئەو ڕەتی دەکاتەوە. {document} لایە. چارەسەری خێزانی بەبێ دادگای پێ باشترە.',
        property: 'باخێکی بچووک لە نزیک {quarter} و خانووی خێزان.',
        documents: ['قەسامی شەرعی کە پشکی تێدایە', 'وێنەی تۆماری موڵک'],
      },
    },
  },
  {
    type: 'marital_property',
    properties: ['house', 'apartment'],
    other: 'co_owner',
    paths: ['mediated', 'shuttle', 'court'],
    words: {
      'ar-IQ': {
        narrative:
          'بُنيت الدار بمال مشترك وسُجلت باسم الزوج المفقود منذ {year}. تطالب عائلته ممثلة بـ{other} بالدار. لدى مقدمة الطلب {document}.',
        property: 'دار في {quarter} بُنيت على مرحلتين.',
        documents: ['عقد زواج ووصولات مواد البناء', 'قرار بفقدان الزوج'],
      },
      'ckb-IQ': {
        narrative:
          'خانووەکە بە پارەی هاوبەش دروست کراوە و بە ناوی مێردەکەیەوە تۆمارە کە لە {year}ەوە دیار نییە. خێزانەکەی بە نوێنەرایەتیی {other} داوای خانووەکە دەکەن. داواکار {document} لایە.',
        property: 'خانوویەک لە {quarter} کە بە دوو قۆناغ دروست کراوە.',
        documents: ['گرێبەستی هاوسەرگیری و پسوولەی کەرەستەی بینا', 'بڕیاری ونبوونی مێرد'],
      },
    },
  },
  {
    type: 'partition_request',
    properties: ['house', 'residential_plot', 'building_mixed'],
    other: 'co_owner',
    paths: ['mediated-and-registered', 'court', 'no-agreement'],
    words: {
      'ar-IQ': {
        narrative:
          'العقار ملك شائع بين مقدم الطلب و{other} منذ {year}، ويطلب أحدهما البيع والآخر القسمة عيناً. لديهما {document}.',
        property: 'قطعة 400 متر مربع في {quarter} بواجهتين.',
        documents: ['سند مشترك', 'مرتسم مقترح للقسمة'],
      },
      'ckb-IQ': {
        narrative:
          'موڵکەکە لە {year}ەوە بەشداریی دابەشنەکراوی داواکار و {other}ە، یەکێکیان داوای فرۆشتن و ئەوی تر داوای دابەشکردن دەکات. {document}یان لایە.',
        property: 'پارچەیەکی 400 مەتری چوارگۆشە لە {quarter} بە دوو ڕوو.',
        documents: ['سەنەدی هاوبەش', 'هێڵکاریی پێشنیارکراوی دابەشکردن'],
      },
    },
  },
  {
    type: 'boundary',
    properties: ['house', 'agricultural_land', 'residential_plot'],
    other: 'neighbour',
    paths: ['mediated', 'shuttle', 'breached', 'reopened'],
    words: {
      'ar-IQ': {
        narrative:
          'بنى {other} سياجاً سنة {year} تقدّم نحو متر ونصف داخل أرض مقدم الطلب بحسب قوله. لدى مقدم الطلب {document}. يقبل الطرفان بكشف مساح.',
        property: 'قطعة متجاورة في {quarter}، الحد الشرقي موضع الخلاف.',
        documents: ['مرتسم العقار', 'خارطة كادسترائية'],
      },
      'ckb-IQ': {
        narrative:
          '{other} ساڵی {year} پەرژینێکی دروست کردووە کە بە وتەی داواکار نزیکەی مەتر و نیوێک هاتووەتە ناو زەوییەکەی. داواکار {document} لایە. هەردوو لا بە پشکنینی ڕووپێو ڕازین.',
        property: 'پارچە زەویی تەنیشت یەک لە {quarter}، سنووری ڕۆژهەڵات جێگەی ناکۆکییە.',
        documents: ['هێڵکاریی موڵک', 'نەخشەی کاداستر'],
      },
    },
  },
  {
    type: 'right_of_way',
    properties: ['house', 'orchard', 'agricultural_land'],
    other: 'neighbour',
    paths: ['mediated', 'shuttle', 'reopened'],
    words: {
      'ar-IQ': {
        narrative:
          'أغلق {other} الممر الذي تستخدمه ثلاث عائلات للوصول إلى بساتينها منذ {year}. لدى مقدم الطلب {document}. المطلوب فتح الممر لمرور السيارات.',
        property: 'ممر ترابي بعرض ثلاثة أمتار بين بستانين قرب {quarter}.',
        documents: ['تأييد المختار بوجود الممر', 'صورة فضائية قديمة'],
      },
      'ckb-IQ': {
        narrative:
          '{other} ئەو ڕێگایەی داخستووە کە سێ خێزان لە {year}ەوە بۆ گەیشتن بە باخەکانیان بەکاری دەهێنن. داواکار {document} لایە. داوای کردنەوەی ڕێگاکە بۆ ئۆتۆمبێل دەکرێت.',
        property: 'ڕێگایەکی خۆڵی پانییەکەی سێ مەتر لە نێوان دوو باخدا لە نزیک {quarter}.',
        documents: ['پشتگیریی موختار لەسەر بوونی ڕێگا', 'وێنەیەکی کۆنی مانگی دەستکرد'],
      },
    },
  },
  {
    type: 'encroachment_neighbour',
    properties: ['house', 'shop', 'residential_plot'],
    other: 'neighbour',
    paths: ['shuttle', 'mediated', 'breached'],
    words: {
      'ar-IQ': {
        narrative:
          'وضع {other} خزان ماء ودرجاً على جدار مقدم الطلب سنة {year} فتسربت المياه وتشقق الجدار. لدى مقدم الطلب {document}.',
        property: 'دار ملاصقة في {quarter}، الجدار الغربي مشترك.',
        documents: ['صور للتشققات', 'كشف من مهندس البلدية'],
      },
      'ckb-IQ': {
        narrative:
          '{other} ساڵی {year} تانکی ئاو و پلیکانەی خستووەتە سەر دیواری داواکار، ئاو دزەی کردووە و دیوارەکە درزی بردووە. داواکار {document} لایە.',
        property: 'خانووی پاڵ یەک لە {quarter}، دیواری ڕۆژئاوا هاوبەشە.',
        documents: ['وێنەی درزەکان', 'ڕاپۆرتی ئەندازیاری شارەوانی'],
      },
    },
  },
  {
    type: 'agricultural_contract',
    properties: ['agricultural_land'],
    other: 'farmer',
    paths: ['mediated', 'court', 'held'],
    words: {
      'ar-IQ': {
        narrative:
          'لدى مقدم الطلب عقد زراعي منذ {year}، وزرع {other} جزءاً من الأرض في غيابه. لدى مقدم الطلب {document}. المساحة موضع الخلاف اثنا عشر دونماً.',
        property: 'أرض زراعية ديمية قرب {quarter}، أربعون دونماً.',
        documents: ['العقد الزراعي مع الدائرة', 'كتاب من شعبة الزراعة'],
      },
      'ckb-IQ': {
        narrative:
          'داواکار لە {year}ەوە گرێبەستی کشتوکاڵیی هەیە و لە نەبوونی ئەودا {other} بەشێکی زەوییەکەی چاندووە. داواکار {document} لایە. ڕووبەری جێگەی ناکۆکی دوازدە دۆنمە.',
        property: 'زەوییەکی کشتوکاڵیی دێم لە نزیک {quarter}، چل دۆنم.',
        documents: ['گرێبەستی کشتوکاڵی لەگەڵ فەرمانگە', 'نووسراوی بەشی کشتوکاڵ'],
      },
    },
  },
  {
    type: 'sharecropping',
    properties: ['agricultural_land', 'orchard'],
    other: 'farmer',
    paths: ['shuttle', 'mediated', 'withdrawn'],
    words: {
      'ar-IQ': {
        narrative:
          'اتفق مقدم الطلب مع {other} سنة {year} على المزارعة بالنصف، واختلفا على كلفة السماد والحاصل. لدى مقدم الطلب {document}.',
        property: 'حقل حنطة مروي قرب {quarter}، ثمانية عشر دونماً.',
        documents: ['اتفاق مكتوب بخط اليد', 'شهادة السركال'],
      },
      'ckb-IQ': {
        narrative:
          'داواکار ساڵی {year} لەگەڵ {other} لەسەر نیوەکاری ڕێککەوت و لەسەر تێچووی پەیین و بەرهەم ناکۆک بوون. داواکار {document} لایە.',
        property: 'کێڵگەیەکی گەنمی بەراو لە نزیک {quarter}، هەژدە دۆنم.',
        documents: ['ڕێککەوتنێکی دەستنووس', 'شایەتیی سەرکار'],
      },
    },
  },
  {
    type: 'water_irrigation',
    properties: ['well_canal', 'orchard'],
    other: 'farmer',
    paths: ['mediated', 'shuttle', 'reopened'],
    words: {
      'ar-IQ': {
        narrative:
          'يأخذ {other} الماء خارج دوره منذ {year} فجفت أشجار مقدم الطلب في نهاية الساقية. لديه {document}. المطلوب جدول مراشنة مكتوب.',
        property: 'ساقية مشتركة تسقي تسعة بساتين قرب {quarter}.',
        documents: ['جدول مراشنة قديم', 'تأييد مديرية الموارد المائية'],
      },
      'ckb-IQ': {
        narrative:
          '{other} لە {year}ەوە لە دەرەوەی نۆرەی خۆی ئاو دەبات و دارەکانی داواکار لە کۆتایی جۆگەکە وشک بوون. {document} لایە. داوای خشتەی نووسراوی نۆرە دەکرێت.',
        property: 'جۆگەیەکی هاوبەش کە نۆ باخ ئاو دەدات لە نزیک {quarter}.',
        documents: ['خشتەیەکی کۆنی نۆرە', 'پشتگیریی بەڕێوەبەرایەتیی سەرچاوەکانی ئاو'],
      },
    },
  },
  {
    type: 'grazing',
    properties: ['grazing_land', 'agricultural_land'],
    other: 'neighbour',
    paths: ['mediated', 'shuttle', 'no-agreement'],
    words: {
      'ar-IQ': {
        narrative:
          'دخلت أغنام {other} حقل مقدم الطلب مرتين منذ {year} وأتلفت الزرع. لدى مقدم الطلب {document}. المطلوب تعويض بسيط وتحديد مسار للرعي.',
        property: 'حقل شعير مفتوح على المرعى قرب {quarter}.',
        documents: ['كشف من شعبة الزراعة', 'صور للزرع التالف'],
      },
      'ckb-IQ': {
        narrative:
          'مەڕی {other} لە {year}ەوە دوو جار چووەتە کێڵگەی داواکار و چاندراوەکەی تێکداوە. داواکار {document} لایە. داوای قەرەبوویەکی سادە و دیاریکردنی ڕێگای لەوەڕاندن دەکرێت.',
        property: 'کێڵگەیەکی جۆ کە بەسەر لەوەڕگەدا کراوەیە لە نزیک {quarter}.',
        documents: ['ڕاپۆرتی بەشی کشتوکاڵ', 'وێنەی چاندراوی تێکچوو'],
      },
    },
  },
  {
    type: 'state_land_allocation',
    properties: ['residential_plot'],
    other: null,
    paths: ['registration', 'documents', 'advice'],
    words: {
      'ar-IQ': {
        narrative: 'خُصصت لمقدم الطلب قطعة أرض سنة {year} ولم تكتمل معاملة التمليك لنقص الأوليات. لديه {document}.',
        property: 'قطعة مفروزة 200 متر مربع في {quarter}.',
        documents: ['كتاب التخصيص', 'وصل دفع بدل القطعة'],
      },
      'ckb-IQ': {
        narrative:
          'ساڵی {year} پارچە زەوییەک بۆ داواکار تەرخان کراوە و لەبەر ناتەواویی بەڵگەکان مامەڵەی تاپۆکردن تەواو نەبووە. {document} لایە.',
        property: 'پارچەیەکی جیاکراوەی 200 مەتری چوارگۆشە لە {quarter}.',
        documents: ['نووسراوی تەرخانکردن', 'پسوولەی پارەدانی پارچەکە'],
      },
    },
  },
];
