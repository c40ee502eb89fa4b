# English words of time, with what they stand for. An entry that begins with a capital letter
# matches only words that do ("May", "March"); all others match in any case.

class ones
  one = 1
  two = 2
  three = 3
  four = 4
  five = 5
  six = 6
  seven = 7
  eight = 8
  nine = 9

class teens
  ten = 10
  eleven = 11
  twelve = 12
  thirteen = 13
  fourteen = 14
  fifteen = 15
  sixteen = 16
  seventeen = 17
  eighteen = 18
  nineteen = 19
  dozen | a dozen = 12

class tens
  twenty = 20
  thirty = 30
  forty | fourty = 40
  fifty = 50
  sixty = 60
  seventy = 70
  eighty = 80
  ninety = 90

class ordinal-word
  first = 1
  second = 2
  third = 3
  fourth = 4
  fifth = 5
  sixth = 6
  seventh = 7
  eighth = 8
  ninth = 9
  tenth = 10
  eleventh = 11
  twelfth = 12
  thirteenth = 13
  fourteenth = 14
  fifteenth = 15
  sixteenth = 16
  seventeenth = 17
  eighteenth = 18
  nineteenth = 19
  twentieth = 20
  thirtieth = 30

class roman
  I = 1
  II = 2
  III = 3
  IV = 4
  V = 5
  VI = 6
  VII = 7
  VIII = 8
  IX = 9
  X = 10
  XI = 11
  XII = 12
  XIII = 13
  XIV = 14
  XV = 15
  XVI = 16
  XVII = 17
  XVIII = 18
  XIX = 19
  XX = 20
  XXI = 21

# Units that may follow a number. "second" alone is left out: it is mostly the ordinal.
class unit
  seconds = second
  minute | minutes | min | mins = minute
  hour | hours | hr | hrs = hour
  day | days = day
  night | nights = day
  week | weeks = week
  weekend | weekends = weekend
  fortnight | fortnights = fortnight
  month | months = month
  quarter | quarters = quarter
  year | years | yr | yrs = year
  decade | decades = decade
  century | centuries = century
  millennium | millennia = millennium

# Units that can stand alone behind "this", "last", "the": one place on the calendar each.
class second-unit
  second = second

class period
  week = week
  month = month
  quarter = quarter
  year = year
  decade = decade
  century = century

class long-unit
  decade = decade
  century = century

class plural-unit
  seconds = second
  minutes = minute
  hours = hour
  days = day
  weeks = week
  months = month
  quarters = quarter
  years = year
  decades = decade
  centuries = century

class month
  january | Jan | Jan. = 1
  february | Feb | Feb. = 2
  March | Mar | Mar. = 3
  april | Apr | Apr. = 4
  May = 5
  june | Jun | Jun. = 6
  july | Jul | Jul. = 7
  august | Aug | Aug. = 8
  september | Sept | Sept. | Sep | Sep. = 9
  october | Oct | Oct. = 10
  november | Nov | Nov. = 11
  december | Dec | Dec. = 12

# Months that are nothing else, so that they may stand alone.
class plain-month
  january | Jan. = 1
  february | Feb. = 2
  april | Apr. = 4
  june = 6
  july = 7
  august | Aug. = 8
  september | Sept. | Sep. = 9
  october | Oct. = 10
  november | Nov. = 11
  december | Dec. = 12

class weekday
  monday = monday
  tuesday = tuesday
  wednesday = wednesday
  thursday = thursday
  friday = friday
  saturday = saturday
  sunday = sunday

# Abbreviations count only beside a date.
class weekday-short
  Mon | Mon. = monday
  Tue | Tue. | Tues | Tues. = tuesday
  Wed | Wed. = wednesday
  Thu | Thu. | Thur | Thurs | Thurs. = thursday
  Fri | Fri. = friday
  Sat | Sat. = saturday
  Sun | Sun. = sunday

class weekdays
  mondays = monday
  tuesdays = tuesday
  wednesdays = wednesday
  thursdays = thursday
  fridays = friday
  saturdays = saturday
  sundays = sunday

class season
  spring | springtime = spring
  summer | summertime = summer
  fall | autumn = autumn
  winter | wintertime = winter

class article
  the = 1

class seasons
  springs = spring
  summers = summer
  falls | autumns = autumn
  winters = winter

class plain-season
  summer | summertime = summer
  autumn = autumn
  winter | wintertime = winter

class am-mark
  am | AM = 0

class pm-mark
  pm | PM = 12

class daypart
  morning = morning
  noontime | midday = midday
  afternoon = afternoon
  evening = evening
  night | nighttime = night

class dayparts
  mornings = morning
  afternoons = afternoon
  evenings = evening
  nights = night

# Minutes east of Greenwich.
class zone
  GMT | UTC | UT = 0
  EST | CDT = minus(300)
  EDT | AST = minus(240)
  CST | MDT = minus(360)
  MST | PDT = minus(420)
  PST = minus(480)
  CET | BST = 60
  CEST | EET = 120
  MSK | EEST = 180
  IST = 330
  JST | KST = 540
  local time = 0

class holiday
  Christmas | Christmas Day = join(month(12), day(25))
  Christmas Eve = join(month(12), day(24))
  Boxing Day = join(month(12), day(26))
  New Year 's Day | New Year 's = join(month(1), day(1))
  New Year 's Eve = join(month(12), day(31))
  Valentine 's Day = join(month(2), day(14))
  St. Patrick 's Day | St Patrick 's Day | Saint Patrick 's Day = join(month(3), day(17))
  Halloween = join(month(10), day(31))
  All Saints 's Day | All Saints Day | All Saints ' Day = join(month(11), day(1))
  Independence Day = join(month(7), day(4))
  Bastille Day = join(month(7), day(14))
  May Day = join(month(5), day(1))
  Veterans Day | Veterans ' Day | Armistice Day | Remembrance Day = join(month(11), day(11))
  International Women 's Day = join(month(3), day(8))
  Anzac Day | ANZAC Day = join(month(4), day(25))
  Cinco de Mayo = join(month(5), day(5))
  Juneteenth = join(month(6), day(19))
  Canada Day = join(month(7), day(1))
  Guy Fawkes Night | Bonfire Night = join(month(11), day(5))
  Inauguration Day = join(month(1), day(20))
  World AIDS Day = join(month(12), day(1))
  D - Day = join(join(month(6), day(6)), year(1944))
  V - E Day | VE Day = join(join(month(5), day(8)), year(1945))
  V - J Day | VJ Day = join(join(month(8), day(15)), year(1945))
  Flag Day = join(month(6), day(14))
  Groundhog Day = join(month(2), day(2))
  Earth Day = join(month(4), day(22))
  Epiphany = join(month(1), day(6))
  Thanksgiving | Thanksgiving Day = feast(4, thursday, 11)
  Labor Day = feast(1, monday, 9)
  Memorial Day = feast(minus(1), monday, 5)
  MLK Day | Martin Luther King Day | Martin Luther King Jr. Day = feast(3, monday, 1)
  Presidents Day | Presidents ' Day = feast(3, monday, 2)
  Columbus Day = feast(2, monday, 10)
  Mother 's Day | Mothers Day = feast(2, sunday, 5)
  Father 's Day | Fathers Day = feast(3, sunday, 6)
  Easter | Easter Sunday = easter(0)
  Easter Monday = easter(1)
  Good Friday = easter(minus(2))
  Holy Saturday = easter(minus(1))
  Maundy Thursday | Holy Thursday = easter(minus(3))
  Palm Sunday = easter(minus(7))
  Ash Wednesday = easter(minus(46))
  Shrove Tuesday | Mardi Gras = easter(minus(47))
  Ascension Day = easter(39)
  Pentecost | Whit Sunday = easter(49)
  Whit Monday = easter(50)
  Corpus Christi Day = easter(60)

class thousand-name
  eighteen = 1800
  nineteen = 1900
  twenty = 2000
