/** @file Given and family names as Kurdish speakers bear them, in Sorani spelling. People are put together at random; none is meant. */
import { pairs } from './pairs.ts';

export const KURDISH_MALE = pairs(
  `ئازاد Azad, ئاکۆ Ako, ئاسۆ Aso, ئارام Aram, ئاری Ari, ئەحمەد Ahmad, ئومێد Omed, بەختیار Bakhtiar, بەهرۆز Bahroz,
  بڕوا Brwa, باوان Bawan, بێستون Bestun, پێشڕەو Peshraw, پشتیوان Pshtiwan, پۆڵا Pola, تەها Taha, تاریق Tariq, جەمال Jamal,
  جوامێر Jwamer, جەبار Jabar, چیا Chya, چالاک Chalak, حەمە Hama, حەسەن Hassan, حوسێن Hussein, خالید Khalid, خەبات Khabat,
  داستان Dastan, دانا Dana, دلشاد Dilshad, دیار Diyar, دیاری Diyari, ڕەنج Ranj, ڕێبوار Rebwar, ڕێبین Rebin, ڕزگار Rizgar,
  ڕەسوڵ Rasul, ڕۆژگار Rozhgar, زانا Zana, زانیار Zanyar, زریان Zryan, ژیار Zhyar, سامان Saman, سەردار Sardar, سەرهەنگ Sarhang,
  سەڵاح Salah, سیروان Sirwan, سۆران Soran, شاخەوان Shakhawan, شوان Shwan, شێرکۆ Sherko, شێرزاد Sherzad, عەلی Ali, عومەر Omar,
  عوسمان Osman, عەبدوڵڵا Abdulla, عەبدولقادر Abdulqadir, عەبدولڕەحمان Abdulrahman, فەرهاد Farhad, فەرمان Farman, قادر Qadir,
  کاروان Karwan, کاکە Kaka, کامەران Kamaran, کەریم Karim, کۆسار Kosar, گۆران Goran, لوقمان Luqman, مەحموود Mahmood,
  مەریوان Mariwan, محەممەد Mohammed, مستەفا Mustafa, نەوزاد Nawzad, نەبەز Nabaz, هاوڕێ Hawre, هەڵۆ Halo, هێمن Hemin,
  هێرش Hersh, هۆشیار Hoshyar, هیوا Hiwa, یادگار Yadgar, یاسین Yasin`,
);

export const KURDISH_FEMALE = pairs(
  `ئاڵا Ala, ئاواز Awaz, ئاڤان Avan, ئاشنا Ashna, ئەڤین Avin, ئاسکە Aska, بەفرین Bafrin, بەیان Bayan, بەهار Bahar, باخان Bakhan,
  بێریڤان Berivan, پەروین Parwin, پەیمان Payman, پەری Pari, تارا Tara, تەلار Talar, تریفە Trifa, جوان Jwan, چیمەن Chiman,
  چنار Chnar, چرۆ Chro, خونچە Khuncha, خەندە Khanda, خەرامان Kharaman, دلنیا Dlnya, دیمەن Diman, دڵسۆز Dilsoz, دەریا Darya,
  ڕوناک Runak, ڕەوا Rawa, ڕێژنە Rezhna, ڕۆژین Rozhin, ڕوپاک Rupak, زیلان Zilan, زارا Zara, ژیان Zhyan, ژینا Zhina, ژوان Zhwan,
  سروە Srwa, سازگار Sazgar, سۆزان Sozan, ساکار Sakar, سەیران Sayran, شنە Shna, شیلان Shilan, شیرین Shirin, شەونم Shawnm,
  شادان Shadan, شۆخان Shokhan, فاتیمە Fatima, فریشتە Frishta, گوڵاڵە Gulala, گەلاوێژ Galawezh, گوڵستان Gulistan, کەژاڵ Kazhal,
  کوێستان Kwestan, کانی Kani, لاولاو Lawlaw, لەیلا Layla, لانە Lana, لەنجە Lanja, مەریەم Maryam, میهرەبان Mihraban, مەهاباد Mahabad,
  نازدار Nazdar, نەسرین Nasrin, نیان Nyan, نەرمین Narmin, نازەنین Nazanin, هێرۆ Hero, هەتاو Hataw, هاوژین Hawzhin,
  هەنار Hanar, هێڤی Hevi, هاژە Hazha`,
);

export const KURDISH_FAMILY = pairs(
  `بەرزنجی Barzinji, جاف Jaff, هەورامی Hawrami, دزەیی Dizayee, زەنگەنە Zangana, شوان Shwani, داودی Dawdi, ڕۆژبەیانی Rozhbayani,
  کاکەیی Kakayi, سورچی Surchi, هەرکی Harki, گەردی Gardi, خۆشناو Khoshnaw, باڵەکی Balaki, بڵباس Bilbas, پشدەری Pshdari,
  ئاکۆیی Akoyi, میراودەلی Mirawdali, هەمەوەند Hamawand, شێخانی Shekhani, دەلۆ Dalo, زەندی Zandi, بێباکی Bebaki, تەیلە Tayla,
  سۆفی Sofi, کۆیی Koyi, ڕانیەیی Ranyayi, سلێمانی Sulaimani, هەولێری Hawleri, کەرکووکی Kirkuki, خانەقینی Khanaqini, کفری Kifri,
  چەمچەماڵی Chamchamali, کەلاری Kalari, هەڵەبجەیی Halabjayi, پێنجوێنی Penjweni, شارباژێڕی Sharbazheri, قەرەداغی Qaradaghi,
  دەربەندیخانی Darbandikhani, دوکانی Dukani, ماوەتی Mawati, شەقڵاوەیی Shaqlawayi, ڕەواندزی Rawandzi, چۆمانی Chomani,
  مەخمووری Makhmuri, دوبزی Dubzi, داقووقی Daquqi, سەنگاوی Sangawi, ئاغجەلەری Aghjalari, بازیانی Baziani, تانجەرۆیی Tanjaroyi,
  سیوەیلی Siwayli, وەرتی Warti, بیتواتەیی Betwatayi, نەورۆڵی Nawroli, گۆمەیی Gomayi, خورماڵی Khurmali, بیارەیی Byarayi,
  تەوێڵەیی Tawelayi, شارەزووری Sharazuri, سەیدسادقی Saidsadiqi, عەربەتی Arbati, خەبازی Khabazi, نەجاڕ Najar, ئاسنگەر Asngar,
  دارتاش Dartash, وەستا Wasta`,
);
