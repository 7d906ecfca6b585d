/** @file Cases about homes: occupied, damaged, sold, rented, without papers. */
import type { DisputeSet } from './dispute-set.ts';

export const HOME_DISPUTES: readonly DisputeSet[] = [
  {
    type: 'secondary_occupation_private',
    properties: ['house', 'apartment'],
    other: 'occupant',
    paths: ['mediated', 'shuttle', 'no-agreement', 'breached', 'held'],
    words: {
      'ar-IQ': {
        narrative:
          'نزحت العائلة سنة {year} وعند عودتها وجدت الدار مشغولة من قبل {other} الذي يقول إنه دخلها بإذن أحد الأقارب. بحوزة مقدم الطلب {document}. يطلب استعادة الدار ويقبل بمهلة معقولة للإخلاء.',
        property: 'دار سكنية من طابق واحد في {quarter}، ثلاث غرف وحديقة أمامية، قرب الجامع.',
        documents: ['سند الطابو الأصلي', 'قوائم الماء والكهرباء وتأييد المختار'],
      },
      'ckb-IQ': {
        narrative:
          'خێزانەکە ساڵی {year} ئاوارە بوون و کاتێک گەڕانەوە خانووەکەیان لەلایەن {other}ەوە گیرابوو، ئەو دەڵێت بە مۆڵەتی خزمێک چووەتە ناوی. داواکار {document} لایە. داوای گەڕاندنەوەی خانووەکە دەکات و بە مۆڵەتێکی گونجاو بۆ چۆڵکردن ڕازییە.',
        property: 'خانوویەکی یەک نهۆم لە {quarter}، سێ ژوور و باخچەی پێشەوە، لە نزیک مزگەوت.',
        documents: ['سەنەدی تاپۆی ڕەسەن', 'پسوولەی ئاو و کارەبا و پشتگیریی موختار'],
      },
    },
  },
  {
    type: 'destroyed_damaged_property',
    properties: ['house', 'shop'],
    other: null,
    paths: ['compensation', 'compensation', 'documents', 'advice'],
    words: {
      'ar-IQ': {
        narrative:
          'تضررت الدار أثناء العمليات العسكرية سنة {year} وسقط سقف غرفتين. قُدّمت معاملة تعويض ولم يُعرف مصيرها. بحوزة مقدم الطلب {document}.',
        property: 'دار متضررة في {quarter}، الجدار الخلفي مهدوم والسقف مفتوح.',
        documents: ['كشف أضرار من البلدية', 'صور فوتوغرافية وتأييد المختار'],
      },
      'ckb-IQ': {
        narrative:
          'ساڵی {year} لە کاتی ئۆپەراسیۆنی سەربازیدا خانووەکە زیانی بەرکەوت و سەقفی دوو ژوور ڕووخا. مامەڵەی قەرەبوو پێشکەش کراوە و چارەنووسی دیار نییە. داواکار {document} لایە.',
        property: 'خانوویەکی زیانلێکەوتوو لە {quarter}، دیواری پشتەوە ڕووخاوە و سەقفەکەی کراوەیە.',
        documents: ['ڕاپۆرتی زیان لە شارەوانی', 'وێنە و پشتگیریی موختار'],
      },
    },
  },
  {
    type: 'looted_contents',
    properties: ['house', 'shop'],
    other: null,
    paths: ['compensation', 'advice', 'withdrawn'],
    words: {
      'ar-IQ': {
        narrative:
          'نُهبت محتويات المحل سنة {year} بعد نزوح صاحبه، ومنها مولدة وبضاعة. يسأل عن إمكان التعويض. بحوزته {document}.',
        property: 'محل في سوق {quarter} بواجهة حديدية.',
        documents: ['محضر شرطة', 'قوائم شراء البضاعة'],
      },
      'ckb-IQ': {
        narrative:
          'ساڵی {year} دوای ئاوارەبوونی خاوەنەکەی کەلوپەلی دوکانەکە تاڵان کرا، لەوانە مۆلیدەیەک و کاڵا. دەربارەی قەرەبوو دەپرسێت. {document} لایە.',
        property: 'دوکانێک لە بازاڕی {quarter} بە دەرگای ئاسن.',
        documents: ['کۆنووسی پۆلیس', 'پسوولەی کڕینی کاڵاکان'],
      },
    },
  },
  {
    type: 'missing_documents',
    properties: ['house', 'residential_plot'],
    other: null,
    paths: ['documents', 'documents', 'advice', 'held'],
    words: {
      'ar-IQ': {
        narrative:
          'فُقدت مستمسكات الدار أثناء النزوح سنة {year}. الدار مسجلة باسم الوالد المتوفى، ولدى العائلة {document}. المطلوب استخراج صورة قيد.',
        property: 'دار في {quarter} قرب المدرسة الابتدائية، ركن.',
        documents: ['صورة قديمة من السند', 'وصل ضريبة العقار'],
      },
      'ckb-IQ': {
        narrative:
          'لە کاتی ئاوارەبووندا ساڵی {year} بەڵگەنامەکانی خانووەکە ون بوون. خانووەکە بە ناوی باوکی کۆچکردوو تۆمارە و خێزانەکە {document} لایە. داوای دەرهێنانی وێنەی تۆمار دەکرێت.',
        property: 'خانوویەک لە {quarter} لە نزیک قوتابخانەی بنەڕەتی، گۆشە.',
        documents: ['وێنەیەکی کۆنی سەنەد', 'پسوولەی باجی خانووبەرە'],
      },
    },
  },
  {
    type: 'destroyed_registry_record',
    properties: ['house', 'building_mixed'],
    other: null,
    paths: ['registration', 'documents', 'held'],
    words: {
      'ar-IQ': {
        narrative:
          'احترق سجل العقار سنة {year} ولا يظهر القيد في الدائرة. لدى مقدم الطلب {document} ويطلب إعادة تأسيس القيد.',
        property: 'عمارة من طابقين في {quarter}، محلان في الأسفل وشقة فوقهما.',
        documents: ['سند أصلي قديم', 'خارطة كادسترائية مصدقة'],
      },
      'ckb-IQ': {
        narrative:
          'ساڵی {year} تۆماری موڵکەکە سووتاوە و لە فەرمانگە دیار نییە. داواکار {document} لایە و داوای دامەزراندنەوەی تۆمار دەکات.',
        property: 'بینایەکی دوو نهۆم لە {quarter}، دوو دوکان لە خوارەوە و شوقەیەک لەسەرەوە.',
        documents: ['سەنەدی کۆنی ڕەسەن', 'نەخشەی کاداستری پەسەندکراو'],
      },
    },
  },
  {
    type: 'name_identity_error',
    properties: ['house', 'residential_plot'],
    other: null,
    paths: ['registration', 'documents', 'advice'],
    words: {
      'ar-IQ': {
        narrative:
          'ورد اسم الجد خطأً في السند منذ {year} فلا تطابق مع البطاقة الوطنية ولا يمكن البيع. لدى مقدم الطلب {document}.',
        property: 'قطعة أرض سكنية 200 متر مربع في {quarter}.',
        documents: ['السند والبطاقة الوطنية الموحدة', 'قيد الأحوال المدنية سنة 1957'],
      },
      'ckb-IQ': {
        narrative:
          'لە ساڵی {year}ەوە ناوی باپیر لە سەنەدەکەدا بە هەڵە نووسراوە و لەگەڵ کارتی نیشتمانی ناگونجێت، بۆیە نافرۆشرێت. داواکار {document} لایە.',
        property: 'پارچە زەوییەکی نیشتەجێبوون 200 مەتری چوارگۆشە لە {quarter}.',
        documents: ['سەنەد و کارتی نیشتمانیی یەکگرتوو', 'تۆماری باری شارستانیی ساڵی 1957'],
      },
    },
  },
  {
    type: 'fraudulent_sale',
    properties: ['house', 'residential_plot'],
    other: 'seller',
    paths: ['court', 'no-agreement', 'mediated'],
    words: {
      'ar-IQ': {
        narrative:
          'اشترى مقدم الطلب العقار سنة {year} من {other} ثم تبيّن أن المالك شخص آخر غائب خارج البلد. دُفع المبلغ كاملاً أمام شاهدين. لدى مقدم الطلب {document}.',
        property: 'قطعة أرض مسيّجة في أطراف {quarter}.',
        documents: ['عقد بيع خارجي', 'وصولات دفع موقعة'],
      },
      'ckb-IQ': {
        narrative:
          'داواکار ساڵی {year} موڵکەکەی لە {other} کڕی و دواتر دەرکەوت خاوەنەکەی کەسێکی ترە و لە دەرەوەی وڵاتە. پارەکە بە تەواوی لەبەردەم دوو شایەت دراوە. داواکار {document} لایە.',
        property: 'پارچە زەوییەکی پەرژینکراو لە قەراغی {quarter}.',
        documents: ['گرێبەستی فرۆشتنی دەرەکی', 'پسوولەی پارەدانی واژووکراو'],
      },
    },
  },
  {
    type: 'multiple_sale',
    properties: ['apartment', 'residential_plot'],
    other: 'buyer',
    paths: ['court', 'mediated', 'no-agreement'],
    words: {
      'ar-IQ': {
        narrative:
          'بيعت القطعة نفسها سنة {year} لمشتريين، أحدهما مقدم الطلب والآخر {other}، وكلاهما يحمل عقداً خارجياً. لدى مقدم الطلب {document}.',
        property: 'قطعة أرض 150 متراً مربعاً في {quarter}، غير مبنية.',
        documents: ['عقد أسبق تاريخاً', 'وصل عربون وشاهدان'],
      },
      'ckb-IQ': {
        narrative:
          'ساڵی {year} هەمان پارچە زەوی بە دوو کڕیار فرۆشراوە، یەکێکیان داواکار و ئەوی تر {other}، هەردووکیان گرێبەستی دەرەکییان هەیە. داواکار {document} لایە.',
        property: 'پارچە زەوییەکی 150 مەتری چوارگۆشە لە {quarter}، بینای تێدا نییە.',
        documents: ['گرێبەستێکی بەروار کۆنتر', 'پسوولەی عەرەبوون و دوو شایەت'],
      },
    },
  },
  {
    type: 'unregistered_sale',
    properties: ['house', 'residential_plot'],
    other: 'seller',
    paths: ['mediated-and-registered', 'shuttle', 'court'],
    words: {
      'ar-IQ': {
        narrative:
          'اشترى مقدم الطلب الدار بعقد خارجي سنة {year} ويسكنها منذ ذلك الحين، ويمتنع {other} عن الحضور إلى التسجيل العقاري بسبب ارتفاع الأسعار. لدى مقدم الطلب {document}.',
        property: 'دار 180 متراً مربعاً في {quarter}، بناء بلوك.',
        documents: ['عقد البيع الخارجي', 'عقد البيع وقوائم الكهرباء باسمه'],
      },
      'ckb-IQ': {
        narrative:
          'داواکار ساڵی {year} خانووەکەی بە گرێبەستی دەرەکی کڕیوە و لەوەتێ تێیدا دادەنیشێت، {other} بەهۆی گرانبوونی نرخەوە ناچێتە تۆماری خانووبەرە. داواکار {document} لایە.',
        property: 'خانوویەکی 180 مەتری چوارگۆشە لە {quarter}، بە بلۆک دروستکراوە.',
        documents: ['گرێبەستی فرۆشتنی دەرەکی', 'گرێبەستی فرۆشتن و پسوولەی کارەبا بە ناوی خۆی'],
      },
    },
  },
  {
    type: 'sale_under_duress',
    properties: ['house', 'orchard'],
    other: 'buyer',
    paths: ['court', 'no-agreement', 'held'],
    words: {
      'ar-IQ': {
        narrative:
          'بيعت الدار سنة {year} بثمن زهيد تحت ضغط الظروف قبل النزوح. يقول {other} إن البيع صحيح. لدى مقدم الطلب {document} ويطلب فرق الثمن أو الإعادة.',
        property: 'دار بطابقين في {quarter} مع كراج.',
        documents: ['نسخة من عقد البيع', 'شهادة جيران على الظروف'],
      },
      'ckb-IQ': {
        narrative:
          'ساڵی {year} پێش ئاوارەبوون خانووەکە لەژێر گوشاری بارودۆخدا بە نرخێکی کەم فرۆشرا. {other} دەڵێت فرۆشتنەکە دروستە. داواکار {document} لایە و داوای جیاوازیی نرخ یان گەڕاندنەوە دەکات.',
        property: 'خانوویەکی دوو نهۆم لە {quarter} لەگەڵ گەراج.',
        documents: ['کۆپیی گرێبەستی فرۆشتن', 'شایەتیی دراوسێیان لەسەر بارودۆخەکە'],
      },
    },
  },
  {
    type: 'lease_rent',
    properties: ['house', 'apartment', 'shop'],
    other: 'landlord',
    paths: ['mediated', 'shuttle', 'shuttle', 'no-agreement'],
    words: {
      'ar-IQ': {
        narrative:
          'رفع {other} بدل الإيجار إلى الضعف دون إشعار، والعقد شفهي منذ {year}. يعرض المستأجر زيادة تدريجية. لديه {document}.',
        property: 'طابق علوي في {quarter}، مدخل منفصل.',
        documents: ['وصولات إيجار', 'رسائل هاتفية عن الاتفاق'],
      },
      'ckb-IQ': {
        narrative:
          '{other} بەبێ ئاگادارکردنەوە کرێی دوو هێندە کردووە و گرێبەستەکە لە {year}ەوە زارەکییە. کرێچی پێشنیاری زیادکردنی قۆناغ بە قۆناغ دەکات. {document} لایە.',
        property: 'نهۆمی سەرەوە لە {quarter}، دەروازەی جیا.',
        documents: ['پسوولەی کرێ', 'نامەی مۆبایل لەسەر ڕێککەوتنەکە'],
      },
    },
  },
  {
    type: 'eviction',
    properties: ['house', 'mud_or_caravan', 'room_shared'],
    other: 'landlord',
    paths: ['shuttle', 'mediated', 'withdrawn', 'held'],
    words: {
      'ar-IQ': {
        narrative:
          'طلب {other} إخلاء الدار خلال عشرة أيام، والعائلة نازحة منذ {year} وفيها مريض ولا تجد بديلاً. لديها {document}. المطلوب مهلة مكتوبة.',
        property: 'غرفتان وملحق في {quarter}، سقف من الصفيح.',
        documents: ['إنذار مكتوب بالإخلاء', 'عقد إيجار منتهٍ'],
      },
      'ckb-IQ': {
        narrative:
          '{other} داوای کردووە لە ماوەی دە ڕۆژدا خانووەکە چۆڵ بکرێت، خێزانەکە لە {year}ەوە ئاوارەن و نەخۆشیان هەیە و شوێنی تریان نییە. {document}یان لایە. داوای مۆڵەتێکی نووسراو دەکرێت.',
        property: 'دوو ژوور و پاشکۆیەک لە {quarter}، سەقفی چینکۆ.',
        documents: ['ئاگادارکردنەوەی نووسراوی چۆڵکردن', 'گرێبەستی کرێی بەسەرچوو'],
      },
    },
  },
  {
    type: 'collective_town_title',
    properties: ['house', 'residential_plot'],
    other: null,
    paths: ['registration', 'documents', 'held'],
    words: {
      'ar-IQ': {
        narrative:
          'تسكن العائلة الدار في المجمع منذ {year} دون سند باسمها، وتطلب شهادة إشغال تمهيداً للتمليك. لديها {document}.',
        property: 'دار في مجمع {quarter}، 250 متراً مربعاً.',
        documents: ['تأييد المجلس المحلي', 'قائمة توزيع قديمة'],
      },
      'ckb-IQ': {
        narrative:
          'خێزانەکە لە {year}ەوە لە خانووی کۆمەڵگەکە دادەنیشن بەبێ سەنەد بە ناویانەوە و داوای بڕوانامەی نیشتەجێبوون دەکەن بۆ تاپۆکردن. {document}یان لایە.',
        property: 'خانوویەک لە کۆمەڵگەی {quarter}، 250 مەتری چوارگۆشە.',
        documents: ['پشتگیریی ئەنجوومەنی خۆجێیی', 'لیستێکی کۆنی دابەشکردن'],
      },
    },
  },
];
