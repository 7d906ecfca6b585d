/** @file Given and family names as Arabic speakers in Iraq bear them. People are put together at random; none is meant. */
import { pairs } from './pairs.ts';

export const ARABIC_MALE = pairs(
  `أحمد Ahmed, علي Ali, حسين Hussein, محمد Mohammed, محمود Mahmoud, عمر Omar, يوسف Yousif, إبراهيم Ibrahim, خالد Khalid,
  سعد Saad, كريم Kareem, جاسم Jasim, عباس Abbas, حيدر Haider, مصطفى Mustafa, عبد الله Abdullah, عبد الستار Abdul Sattar,
  عبد الرحمن Abdul Rahman, عبد الكريم Abdul Kareem, صلاح الدين Salah al-Din, سيف الدين Saif al-Din, طارق Tariq, زياد Ziyad,
  أنور Anwar, جمال Jamal, كمال Kamal, ناصر Nasir, فاضل Fadhil, قاسم Qasim, ماجد Majid, نبيل Nabil, سامي Sami, هاشم Hashim,
  وليد Waleed, ياسر Yasir, ثائر Thaer, غسان Ghassan, رعد Raad, صباح Sabah, عدنان Adnan, فراس Firas, لؤي Luay, مازن Mazin,
  منذر Munthir, نزار Nizar, همام Humam, وسام Wisam, أيمن Ayman, باسم Basim, بلال Bilal, جعفر Jaafar, حازم Hazim,
  حمزة Hamza, خلف Khalaf, دريد Duraid, رائد Raed, زهير Zuhair, ستار Sattar, شاكر Shakir, صادق Sadiq, ضياء Dhiaa, عامر Amir,
  عزيز Aziz, عقيل Aqeel, غازي Ghazi, فلاح Falah, قصي Qusay, كاظم Kadhim, مثنى Muthanna, مروان Marwan, نوفل Nawfal,
  هيثم Haitham, ياسين Yaseen, أركان Arkan`,
);

export const ARABIC_FEMALE = pairs(
  `فاطمة Fatima, زينب Zainab, مريم Maryam, سارة Sara, نور Noor, هدى Huda, أمل Amal, إيمان Iman, سعاد Suad, ليلى Layla,
  رنا Rana, دعاء Duaa, شهد Shahad, آية Aya, رقية Ruqaya, خديجة Khadija, عائشة Aisha, سميرة Samira, نادية Nadia, سناء Sanaa,
  وفاء Wafaa, هناء Hanaa, انتصار Intisar, ابتسام Ibtisam, بشرى Bushra, جميلة Jamila, حنان Hanan, خلود Khulood, دلال Dalal,
  رباب Rabab, رغد Raghad, زهراء Zahraa, سهام Siham, شيماء Shaimaa, صفاء Safaa, ضحى Dhuha, عبير Abeer, غفران Ghufran,
  فرح Farah, كوثر Kawthar, لمياء Lamya, مها Maha, ميسون Maysoon, نجلاء Najlaa, نهى Nuha, هالة Hala, هبة Hiba, وداد Widad,
  يسرى Yusra, أسماء Asmaa, إسراء Israa, أنفال Anfal, بتول Batool, تغريد Taghreed, ثريا Thuraya, جنان Jinan, حوراء Hawraa,
  رحاب Rihab, رشا Rasha, ساجدة Sajida, سجى Saja, صبا Saba, عواطف Awatif, غادة Ghada, كريمة Kareema, منى Muna, نبأ Nabaa`,
);

export const ARABIC_FAMILY = pairs(
  `الجبوري Al-Jubouri, العبيدي Al-Obaidi, الدليمي Al-Dulaimi, الشمري Al-Shammari, الحمداني Al-Hamdani, الطائي Al-Taie,
  اللهيبي Al-Luhaibi, البياتي Al-Bayati, العزاوي Al-Azzawi, الزبيدي Al-Zubaidi, الخزرجي Al-Khazraji, السامرائي Al-Samarrai,
  التميمي Al-Tamimi, الكعبي Al-Kaabi, الربيعي Al-Rubaie, الساعدي Al-Saadi, المحمداوي Al-Mohammedawi, الموسوي Al-Musawi,
  النعيمي Al-Nuaimi, القيسي Al-Qaisi, الراوي Al-Rawi, العاني Al-Ani, الحديثي Al-Hadithi, الهيتي Al-Heeti,
  الجنابي Al-Janabi, المشهداني Al-Mashhadani, الحيالي Al-Hayali, البدراني Al-Badrani, الحديدي Al-Hadidi, المعماري Al-Maamari,
  العكيدي Al-Agidi, السبعاوي Al-Sabaawi, الجحيشي Al-Jaheeshi, البو حمدان Albu Hamdan, الصالحي Al-Salihi, القره غولي Al-Qaraghuli,
  العبادي Al-Abadi, اللامي Al-Lami, الكناني Al-Kinani, الأسدي Al-Asadi, الخفاجي Al-Khafaji, الفتلاوي Al-Fatlawi,
  الحسني Al-Hasani, الغانمي Al-Ghanimi, الشويلي Al-Shuwaili, البهادلي Al-Bahadili, العامري Al-Amiri, المفرجي Al-Mafraji,
  النجار Al-Najjar, الحداد Al-Haddad, الصائغ Al-Saigh, الخياط Al-Khayyat, البزاز Al-Bazzaz, العطار Al-Attar, الدباغ Al-Dabbagh,
  الصفار Al-Saffar, القصاب Al-Qassab, الملاح Al-Mallah, الكرخي Al-Karkhi, الأعظمي Al-Adhami, الموصلي Al-Mawsili,
  الحويجاوي Al-Hawijawi, الزهيري Al-Zuhairi, العيساوي Al-Issawi, الفهداوي Al-Fahdawi`,
);
