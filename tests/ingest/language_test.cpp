// The language of a text, told by script and function words.
#include "ingest/language.hpp"

#include <catch2/catch.hpp>

using fasti::ingest::detect_language;

TEST_CASE("a paragraph is enough to tell a language") {
    CHECK(detect_language("The ministers said that they would meet in the capital on Monday.") == "en");
    // One short sentence, whose commonest words other languages have too.
    CHECK(detect_language("Spain seized a yacht that belongs to a banker.") == "en");
    CHECK(detect_language(
              "Ayman al-Zawahiri and Abu Bakr al-Baghdadi were at the talks with Ali al-Sistani in the city.") == "en");
    CHECK(detect_language("Malaysia deported more than a thousand migrants to Myanmar.") == "en");
    CHECK(detect_language("Die Minister sagten, dass sie sich am Montag in der Hauptstadt mit den Partnern treffen.") ==
          "de");
    CHECK(detect_language("Les ministres ont dit que la réunion dans la capitale est une étape pour le pays.") == "fr");
    CHECK(detect_language("Los ministros dijeron que se reunirán el lunes en la capital con los socios del país.") ==
          "es");
    CHECK(detect_language(
              "I ministri hanno detto che la riunione di lunedì nella capitale è una tappa per il paese.") == "it");
    CHECK(detect_language("Министры сказали, что они встретятся в понедельник и это будет в столице.") == "ru");
    CHECK(detect_language("Міністри сказали, що вони зустрінуться у понеділок і це буде в столиці, але не всі.") ==
          "uk");
    CHECK(detect_language("部长们说他们将于星期一在首都会面。") == "zh");
    CHECK(detect_language("大臣たちは月曜日に首都で会うと述べた。") == "ja");
    CHECK(detect_language("وقال الوزراء إنهم سيجتمعون يوم الاثنين في العاصمة.") == "ar");
    CHECK(detect_language(
              "وزیران گفتند که روز دوشنبه در پایتخت دیدار می‌کنند.") ==
          "fa");
}

TEST_CASE("numbers, names and nothing give no language") {
    CHECK(detect_language("").empty());
    CHECK(detect_language("12 34 56").empty());
    CHECK(detect_language("Lukashenko Shoigu Brest").empty());
    CHECK(detect_language("\xff\xfe\xfd").empty());
}
