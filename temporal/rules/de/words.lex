# German words of time.

class ones
  ein | eine | einem | einer | einen = 1
  zwei = 2
  drei = 3
  vier = 4
  fünf = 5
  sechs = 6
  sieben = 7
  acht = 8
  neun = 9
  zehn = 10
  elf = 11
  zwölf = 12
  zwanzig = 20
  dreißig = 30

class unit
  sekunde | sekunden = second
  minute | minuten = minute
  stunde | stunden = hour
  tag | tage | tagen = day
  woche | wochen = week
  monat | monate | monaten = month
  quartal | quartale = quarter
  jahr | jahre | jahren = year
  jahrzehnt | jahrzehnte | jahrzehnten = decade
  jahrhundert | jahrhunderte | jahrhunderten = century

class period
  woche = week
  monat = month
  quartal = quarter
  jahr = year

class month
  januar | jänner = 1
  februar = 2
  märz = 3
  april = 4
  mai = 5
  juni = 6
  juli = 7
  august = 8
  september = 9
  oktober = 10
  november = 11
  dezember = 12

class weekday
  montag = monday
  dienstag = tuesday
  mittwoch = wednesday
  donnerstag = thursday
  freitag = friday
  samstag | sonnabend = saturday
  sonntag = sunday

class season
  frühling | frühjahr = spring
  sommer = summer
  herbst = autumn
  winter = winter

class daypart
  morgen | früh = morning
  vormittag = morning
  nachmittag = afternoon
  abend = evening
  nacht = night

class holiday
  weihnachten = join(month(12), day(25))
  heiligabend = join(month(12), day(24))
  silvester = join(month(12), day(31))
  neujahr = join(month(1), day(1))
  ostern | ostersonntag = easter(0)
  ostermontag = easter(1)
  karfreitag = easter(minus(2))
  christi himmelfahrt = easter(39)
  pfingsten | pfingstsonntag = easter(49)
  pfingstmontag = easter(50)
