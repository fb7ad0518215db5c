//! Words that the public lists lack: what people put before a year, and one famous passphrase.

use frontdesk::domain::fold;

const WORDS: &str = "
    correcthorsebatterystaple

    january february march april may june july august september october november december
    spring summer autumn fall winter
    monday tuesday wednesday thursday friday saturday sunday

    januar jänner februar märz maerz april mai juni juli august september oktober november dezember
    frühling fruehling frühjahr sommer herbst winter
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag

    janvier février fevrier mars avril juin juillet août aout septembre octobre novembre décembre decembre
    printemps été automne hiver lundi mardi mercredi jeudi vendredi samedi dimanche

    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    primavera verano otoño otono invierno lunes martes miércoles miercoles jueves viernes sábado sabado domingo

    janeiro fevereiro março marco maio junho julho setembro outubro novembro dezembro
    verão verao outono inverno segunda terça quarta quinta sexta

    gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
    estate autunno inverno lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi domenica

    januari februari maart mei augustus oktober lente zomer herfst
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag

    styczeń styczen luty marzec kwiecień kwiecien maj czerwiec lipiec sierpień sierpien wrzesień wrzesien
    październik pazdziernik listopad grudzień grudzien wiosna lato jesień jesien zima
    poniedziałek poniedzialek wtorek środa sroda czwartek piątek piatek sobota niedziela

    marts juni juli oktober forår sommer efterår vinter mandag tirsdag onsdag torsdag fredag lørdag søndag
    mars sommaren våren hösten höst måndag tisdag lördag söndag
    tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu
    kevät kesä syksy talvi maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
    leden únor březen duben květen červen červenec srpen září říjen prosinec jaro léto podzim
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    весна лето осень зима понедельник вторник среда четверг пятница суббота воскресенье
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık ilkbahar yaz sonbahar kış

    password passwort kennwort motdepasse contraseña contrasena clave senha wachtwoord hasło haslo heslo salasana
    lösenord losenord adgangskode passord jelszó jelszo parola пароль şifre sifre
    welcome willkommen bienvenue bienvenido bienvenida bemvindo benvenuto welkom witamy
    changeme changeit letmein admin administrator default secret temporary test testing guest user
    company office corona covid

    arsenal astonvilla bournemouth brentford brighton burnley chelsea crystalpalace everton fulham ipswich leeds
    leedsunited leicester liverpool mancity manchester manchestercity manchesterunited manunited manutd newcastle
    nottinghamforest southampton sunderland tottenham spurs westham wolves celtic rangers
    barcelona fcbarcelona barca realmadrid atletico atleticomadrid sevilla valencia villarreal athleticbilbao betis
    juventus juve acmilan intermilan inter napoli asroma lazio fiorentina atalanta torino
    bayern bayernmunich bayernmünchen fcbayern dortmund borussia bvb schalke leverkusen werder hsv eintracht stpauli
    psg parissaintgermain marseille olympiquelyon monaco ajax feyenoord psv benfica porto sporting
    galatasaray fenerbahce besiktas olympiacos panathinaikos dynamo spartak zenit
    bocajuniors riverplate flamengo corinthians palmeiras santos gremio cruzeiro vasco fluminense botafogo
    clubamerica chivas cruzazul

    arizonacardinals falcons ravens bills panthers bears bengals browns cowboys dallascowboys broncos lions packers
    greenbaypackers texans colts jaguars chiefs raiders chargers rams dolphins vikings patriots saints giants jets
    eagles steelers fortyniners seahawks buccaneers titans commanders redskins
    hawks celtics brooklynnets hornets bulls chicagobulls cavaliers mavericks nuggets pistons warriors rockets pacers
    clippers lakers grizzlies miamiheat heat bucks timberwolves pelicans knicks thunder magic sixers suns
    trailblazers kings spurs raptors utahjazz wizards
    diamondbacks braves orioles redsox cubs whitesox reds guardians indians rockies tigers astros royals angels
    dodgers marlins brewers twins mets yankees athletics phillies pirates padres mariners cardinals rays bluejays
    nationals
    ducks bruins sabres flames hurricanes blackhawks avalanche bluejackets redwings oilers canadiens habs predators
    devils islanders senators flyers penguins sharks kraken lightning mapleleafs canucks goldenknights capitals
    allblacks springboks wallabies ferrari redbull mercedes mclaren
";

pub fn own_words() -> Vec<String> {
    WORDS.split_whitespace().map(fold).collect()
}
