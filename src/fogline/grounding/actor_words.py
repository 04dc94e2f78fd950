"""The words in which reports speak of actors without naming them, sorted by what they say."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Whoever holds such a post speaks for the body that it belongs to.
POSTS = _set("""
spokesman spokeswoman spokesperson spokespersons spokesmen official officials minister ministers president vice-president premier chancellor
ambassador ambassadors envoy commander commanders commandant general generals chief chiefs head heads director leader leaders secretary
representative representatives officer officers coordinator co-ordinator adviser advisor advisers negotiator negotiators governor mayor
source sources counterpart counterparts chairman chairwoman co-chair manager delegate delegation delegates prosecutor prosecutors attorney colonel captain major
lieutenant sergeant brigadier admiral king emir prince sheikh sultan ayatollah cleric deputy aide cadre politburo correspondent
reporter journalist inspector superintendent rapporteur investigators investigator undersecretary member members statement communique
general-secretary secretary-general volunteer lawyer observer observers boss founder presenter chair commissioner administrator counsellor consul attache
prefect councillor councilor ombudsman ombudsperson mediator mediators speaker marshal commodore colonels taoiseach inspectors ordinator ordinators igp
""")
# Titles before a surname that tell of the armed forces.
MILITARY_TITLES = _set(
    "gen col lt maj capt sgt brig adm cpl cmdr general colonel lieutenant major captain sergeant brigadier admiral marshal commodore"
)
STATE_POSTS = _set(
    "attorney minister ministers president vice-president premier chancellor ambassador ambassadors envoy governor prosecutor prosecutors king emir prince igp"
)
# Posts of the state in a place: which state, the place tells.
LOCAL_POSTS = _set("mayor commissioner administrator prefect councillor councilor councilman ombudsman ombudsperson")
# Over these presides whoever they choose, and nobody of a state.
OTHER_BODIES = _set("""
union unions society association federation confederation league syndicate chamber church churches bank foundation club university college school
network company cooperative tribe community guild
""")
# These are a state's unless a word says whose they are.
COUNCILS = _set("council committee board")
# "The church council", "the traders' committee".
CIVIL_BODIES = _set("""
church churches civil tribal elders youth students women bar press bishops muslim islamic jewish traders merchants farmers workers teachers doctors
medical village residents neighbourhood neighborhood
""")
# Arms, services and seats of a state; of a group if one is named before them.
FORCES = _set("""
forces force troops troop soldiers soldier army armies armys military militaries jets jet warplanes warplane planes plane aircraft helicopters helicopter
airforce navy police policemen policeman government governments govt regime regimes state authorities authority ministry ministries court courts
tribunal parliament congress senate cabinet intelligence artillery drones drone tanks tank guards embassy consulate administration leadership
paratroopers marines commandos destroyer destroyers frigate frigates submarine submarines servicemen serviceman personnel security presidency judiciary mortars gunboats warships warship gendarmerie gendarmes
conscripts conscript recruits reservists units unit battalion battalions brigade brigades division regiment patrol patrols garrison command
command-post junta loyalists loyalist airmen pilots pilot gunners tanks policewomen corps air-force legislature council
department dept rulers diplomats diplomat delegation agents agent guardsmen secret-police offensive campaign operation operations incursion gunship gunships assault defences defenses airforces air-defences garrisons crew occupier
occupiers occupation bodyguards bodyguard ruler rulers dictator dictators dictatorship bombers formations formation armour armor
coastguard coastguards airbase airpower controllers instructors cannons howitzers reinforcements contingent contingents detachment detachments
aviation infantryman infantrymen rifleman riflemen artilleryman artillerymen cavalrymen tankmen paratroops paratrooper airman commando marine
sukhoi sukhois mig migs apache apaches antonov antonovs chinook chinooks peacekeeper peacekeepers
infantry cavalry sapper sappers battery batteries mirage mirages rafale rafales jawan jawans constable constables
regulars guardsman
""")
PEACEKEEPERS = _set("peacekeeper peacekeepers")
# So few men are a state's by its name and a word for what soldiers do: "an American special operations team", not "the Chadian team".
CREWS = _set("team teams squad squads column columns")
OF_SOLDIERS = _set(
    "special forces operations army military navy naval air infantry commando combat assault armoured armored tank demolition seal seals marine police"
)
# In the sky, and of whichever air force is told of.
FLYING = _set("jet jets plane planes warplane warplanes aircraft bombers helicopters gunships airforce airstrikes")
# What belongs to whoever is named before it.
POSSESSIONS = _set("""
positions position targets target bases base strongholds stronghold convoy convoys checkpoint checkpoints posts post vehicles vehicle barracks
supply lines pocket territory areas area sites site headquarters hq outpost outposts facilities facility installations assets weapons fire
side sides wing branch movement network organisation organization affiliate affiliates offshoot allies strikes airstrikes strike airstrike raid raids
attack attacks shelling bombardment bombing rockets rocket missiles missile bombs bomb shells shell bullets munitions mines barrage barrages gunfire guns firepower
remnants sleeper cells cell elements rule victory
""")
# Modifiers that leave a force with the state of the war.
STATE_MODIFIERS = _set("""
the a an its his their our this that these those some several many more other government regime state army military security armed national
federal central air ground special elite loyalist local police public interior defence defense foreign finance justice information prime presidential
riot border navy naval fighter combat infantry tank artillery attack transport anti-riot presidential republican supreme high criminal military-backed
uniformed senior top current new various two three four five six seven eight nine ten hundreds thousands dozens of additional heavy own government-backed
health deputy chief general field staff intelligence attorney human rights area regional provincial district municipal city official officials secret counterterrorism
""")
# What is said of troops without saying whose they are.
PLAIN_TROOPS = _set("""
retreating withdrawing fleeing advancing attacking defending masked camouflaged plainclothes regular professional deployed returning arriving departing remaining
surviving wounded injured trapped besieged surrounded same combined frontline reserve conscript mechanised mechanized armoured armored airborne motorised
motorized mountain marine amphibious airport metropolitan mobile rapid reaction civil medical low flying unmanned surveillance reconnaissance spy cargo gun mortar
traffic religious morality tourist prison railway undercover and or heavily well newly trained crack extra further multiple fewer ordinary nearby fighting
first second last dead off duty
""")
# Arms, services and seats of these are not those of the state that the war is in.
OF_OTHERS = _set("""
rival breakaway parallel secessionist rebellious revolutionary resistance autonomous shadow exiled renegade mutinous dissident opposing foreign invading
occupying unrecognised unrecognized eastern western northern southern
""")
# Officials of these are those of a place: whose, the place tells.
OF_A_PLACE = _set("local health security provincial regional district municipal city area")
REBELS = _set(
    "rebel rebels insurgent insurgents insurgency guerrilla guerrillas guerilla guerillas opposition revolutionaries oppositionists subversives subversive mutineers separatists separatist"
)
MILITANTS = _set(
    "militant militants terrorist terrorists extremist extremists jihadist jihadists jihadi jihadis islamist islamists takfiri takfiris terrorism jihadism hardliners fundamentalists"
)
FIGHTERS = _set("""
fighter fighters combatant combatants militiamen militiaman militia militias gunmen gunman gunmens group groups faction factions
column columns organisation organizations organization organisations organisations cell elements element alliance supporters supporter sympathisers
recruit recruits operatives operative cells paramilitary paramilitaries volunteers mercenaries mercenary proxies proxy holdouts followers
""")
COALITION = _set("coalition alliance")
# Behind a name of their own they say that it is an armed group: "Lantern rebels", "the Lantern gang".
ARMED_NOUNS = (
    REBELS - _set("opposition")
    | MILITANTS
    | FIGHTERS - _set("supporter supporters sympathisers followers recruit recruits volunteers")
    | _set("""
gang gangs cartel clan guerrilla commandos rebellion
""")
)
# Men of a group, behind a word for it: "militia boys", "rebel members".
MEN = _set("man men boy boys youth youths member members")
# In capitals, and no group's name: creeds, peoples at large, where they come from.
NO_GROUP = _set("""
islamist islamic jihadist muslim muslims sunni shia shiite shi'ite christian christians catholic hindu hindus buddhist buddhists sikh sikhs jewish salafi salafist
wahhabi takfiri alawite druze arab arabs african asian european western marxist maoist leninist communist leftist rightist socialist nationalist fascist
northern southern eastern western central north south east west local foreign armed other all some many most several these those two three
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
suspected alleged young former last no unidentified unknown masked heavily ethnic fellow rival government pro anti
""")
CIVILIANS = _set("""
civilian civilians people persons person women woman children child men man boys boy girls girl families family villagers villager residents
resident inhabitants population populations passers-by passersby pedestrians pedestrian bystander bystanders victims victim peasants peasant farmers farmer
citizens citizen locals townspeople relatives relative wives wife husbands husband mothers mother fathers father sons daughters babies baby infants toddlers
worshippers worshipper shoppers commuters passengers passenger wounded dead injured households neighbours neighbors youths youth elderly individuals
individual homes houses house home civilian-population millions bodies casualties toddler infant siblings brothers sisters couple
nephew nephews niece nieces grandson grandsons granddaughter granddaughters
kids kid teenager teenagers teen teens newborn newborns grandfather grandmother grandparents grandchildren uncle aunt cousin cousins sister brother
newcomers newcomer arrivals evacuees evacuee survivors survivor consumers patients patient mourners mourner spectators travellers travelers
tourists tourist motorists motorist customers shopkeepers shopkeeper merchants traders vendors vendor fishermen fisherman herders herder shepherds
shepherd labourers laborers workers worker employees employee nurse nurses teachers teacher pupils pupil schoolchildren schoolboys schoolgirls
schoolgirl engineers engineer drivers driver bakers baker doctor doctors medics medic paramedics paramedic midwives anaesthetist surgeon
surgeons pharmacist pharmacists carpenter carpenters mechanic mechanics tailor tailors barber barbers waiter waiters cook cooks porter porters schoolteacher
schoolteachers headmaster headmasters schoolmaster schoolmasters mason masons woodcutter woodcutters stallholder stallholders cleaner cleaners housewife housewives widow widows pensioners pensioner community communities
tribesmen townsfolk dwellers homeowners neighbourhoods neighborhoods crowd crowds everyone everybody anyone nobody buses ambulances ambulance
idp idps civs ppl herdsman herdsmen railwayman railwaymen watchman watchmen fireman firemen businessman businessmen tradesman tradesmen
craftsman craftsmen boatman boatmen ferryman ferrymen milkman milkmen postman postmen salesman salesmen workman workmen cattlemen repairmen
displaced minibus bus marketplace market markets bakery schools school infrastructure crops property properties cars lives humans
""")
# People who are more than civilians to a coder: what they are called, by the words for them.
CALLED = {
    **dict.fromkeys(["refugee", "refugees", "migrants", "migrant", "asylum-seekers"], "refugees"),
    **dict.fromkeys(
        [
            "protester",
            "protesters",
            "protestor",
            "protestors",
            "demonstrator",
            "demonstrators",
            "marchers",
            "rioters",
            "rioter",
            "protest",
            "protests",
            "demonstration",
            "demonstrations",
            "dissent",
        ],
        "protesters",
    ),
    **dict.fromkeys(["prisoner", "prisoners", "inmate", "inmates"], "prisoners"),
    **dict.fromkeys(["hostage", "hostages", "captive", "captives"], "hostages"),
    **dict.fromkeys(
        [
            "journalist",
            "journalists",
            "reporter",
            "reporters",
            "photojournalist",
            "photojournalists",
            "cameraman",
            "cameramen",
            "correspondent",
            "correspondents",
            "photographer",
            "photographers",
        ],
        "journalists",
    ),
    **dict.fromkeys(["student", "students"], "students"),
    **dict.fromkeys(["detainee", "detainees"], "detainees"),
    **dict.fromkeys(["activist", "activists", "campaigners", "campaigner"], "activists"),
    **dict.fromkeys(["hospital", "hospitals"], "hospitals"),
}
# Peoples and congregations that are named as such and not by a state.
COMMUNITIES = {
    **dict.fromkeys(["yazidi", "yazidis", "yezidi", "yezidis"], "Yazidis"),
    **dict.fromkeys(["christian", "christians"], "Christians"),
    **dict.fromkeys(["rohingya", "rohingyas"], "Rohingya"),
    **dict.fromkeys(["tamils"], "Tamils"),
    **dict.fromkeys(["hazara", "hazaras"], "Hazaras"),
    **dict.fromkeys(["tutsi", "tutsis"], "Tutsis"),
    **dict.fromkeys(["hutu", "hutus"], "Hutus"),
    **dict.fromkeys(["uighurs", "uyghurs", "uighur", "uyghur"], "Uyghurs"),
    **dict.fromkeys(["turkmens", "turkmen", "turkomans"], "Turkmen"),
    **dict.fromkeys(["assyrians", "assyrian"], "Assyrians"),
    **dict.fromkeys(["masalit"], "Masalit"),
    **dict.fromkeys(["fulani", "fulanis", "peul"], "Fulani"),
    **dict.fromkeys(["druze", "druzes"], "Druze"),
    **dict.fromkeys(["copts", "coptic"], "Copts"),
}
# Peoples after whom groups and regions are called; so many of them, and whoever is "ethnic" so, are people.
PEOPLES = _set("""
tigrayan tigrayans amhara amharas afar afars oromo oromos kurd kurds kurdish abkhaz abkhazian abkhazians ossetian ossetians serb serbs croat
croats tuareg tuaregs chechen chechens armenian armenians karen kachin shan tamil tamils naga nagas ogadeni dinka nuer misseriya pokot
""")
# How many or which ones, and of what nothing is said.
QUANTIFIERS = _set("""
others other many most some several hundreds thousands millions dozens scores majority few half those more tens lot lots everyone everybody anyone
nobody none one another rest remainder
""")
NUMBER_WORDS = _set("""
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen hundred thousand million
third thirds quarter quarters fifth fifths tenth tenths
""")
# On whose side the text says they are.
PRO_STATE = _set("government regime assad state army kyiv kiev damascus russian gaddafi junta saleh hadi")
MILITIA = _set("militia militias militiamen militiaman gunmen gunman thugs")
KIN = _set("families family wives wife widows children relatives women dependants dependents brides")
# "My brother" is not whoever speaks of him.
KINSHIP = _set("""
husband husbands wife wives father mother parents son sons daughter daughters child children brother brothers sister sisters uncle aunt cousin
cousins grandfather grandmother grandparents grandchildren nephew niece grandson granddaughter friend friends neighbour neighbours neighbor neighbors relatives fiance
fiancee boyfriend girlfriend baby
""")
RESIDENTS = _set(
    "resident residents locals local villager villagers inhabitants people neighbours neighbors townspeople families inhabitant"
)
WITNESSES = _set("witness witnesses eyewitness eyewitnesses bystander bystanders passers-by passersby onlookers")
ACTIVISTS = _set("activist activists campaigners campaigner")
DOCTORS = _set("doctor doctors medics medic paramedics paramedic nurses nurse rescuers physicians surgeon hospital medical")
EXPERTS = _set(
    "analyst analysts expert experts academic academics scholar scholars researcher researchers professor historian fellow lecturer commentator commentators consultant strategist think-tank thinktank"
)
FORMER = _set("former ex retired one-time onetime late ousted exiled deposed")
MEDIA = _set(
    "media newspaper newspapers paper television tv radio agency daily broadcaster press channel website outlet outlets magazine journal"
)
# These are outlets only with a word for news or broadcasting before them: "the TV station", "a news site".
OUTLETS_OF_NEWS = _set("site sites websites station stations network networks service services portal channels")
BROADCASTING = _set("tv television radio broadcast online")
# Those whose own names stand behind them.
OUTLETS = MEDIA - _set("media press paper") | OUTLETS_OF_NEWS
# An agency of these brings news; with nothing but the second before it, too.
NEWS = _set("news press wire media telegraph telegraphic information photo picture")
OWNED_BY_A_STATE = _set("state official run owned controlled semi private same")
# Agencies of these help people; of the next they are a state's.
RELIEF = _set("aid relief humanitarian refugee refugees charity charitable")
STATE_BUSINESS = _set("""
intelligence security spy secret espionage emergency emergencies disaster disasters rescue civil defence defense nuclear atomic border customs police maritime
drug narcotics counterterrorism anti-terrorism statistics meteorological space
""")
# Units that only regular armies have under such names.
REGULAR_UNITS = _set("battalion battalions detachment detachments regiment regiments garrison garrisons")
MONITORS = _set("monitor monitors observatory watchdog monitoring")
WITNESS_TRADES = _set("""
resident student shopkeeper barber farmer teacher mother father driver baker trader housewife refugee survivor witness activist doctor nurse
surgeon paramedic pharmacist engineer carpenter labourer mechanic local villager neighbour photographer fighter-turned grandmother grandfather
shopper tailor merchant businessman worker evacuee detainee prisoner defector
""")
BREAKS = _set(
    "of in at from who whom which that whose for with by on near inside outside to during after before under against as while since including along between among across into where when via about speaking"
)
FOLLOW = _set("of for in at from with to within")  # after these, whose member, spokesman or arm it is
COMPOUND = _set(
    "led backed held controlled allied linked supported based funded trained aligned affiliated dominated occupied sponsored born run armed inspired equipped besieged ruled administered friendly made built manufactured supplied recognised recognized"
)
NEGATING = _set("anti pro ex non counter former")
PARTITIVES = _set("""
members member group groups hundreds thousands dozens scores tens number one some many most all several few majority part lot lots remnants
dozen hundred thousand none both two three four five six seven eight nine ten twenty rest fighters column columns elements bands band convoy units panel
""")
DETERMINERS = _set("""
the a an this that these those its his her their our my your some any several many more most other another all both each every no few various certain
about around nearly almost roughly approximately at least up to over two three four five six seven eight nine ten eleven twelve dozens hundreds thousands scores of
""")
WESTERN = _set(
    "western european regional foreign arab gulf international world allied african allied nato friendly outside neighbouring neighboring shia shiite sunni tribal loyal local christian iranian-backed private enemy"
)

# Posts and trades that speak for nobody but, of an outlet, for the outlet.
PRIVATE_POSTS = _set("journalist reporter correspondent lawyer observer observers founder presenter cleric boss sheikh inspector")
CLERGY = _set("archbishop bishop bishops cardinal monsignor")
OTHER_CHURCHES = _set("orthodox anglican lutheran methodist pentecostal coptic armenian evangelical episcopal protestant")
TITLES_OF_PERSONS = _set(
    "senator priest judge secretary journalist lawyer engineer student teacher dr doctor father sister mayor councilman deputy businessman photographer reporter cameraman colonel driver archbishop bishop monsignor bishops cardinal leader unionist peasant photographers attorney"
)
PARTICIPLES = _set(
    "backed armed affiliated linked allied fighting operating based belonging trapped fleeing held killed wounded living left stationed loyal close involved associated trained supported accused suspected believed returning travelling arriving controlled displaced sheltering working familiar responsible abducted kidnapped detained arrested captured rescued evacuated"
)
# Those that do not end with "ed".
STRONG_PARTICIPLES = _set(
    "used led driven run seen hit shot made told taken known given written built sent brought caught fought worn hidden laid left lost met paid set sold spent struck torn dug flown fed found"
)

# Arms that anyone may have: with no word for a state before them they are nobody's in particular.
WEAK_FORCES = _set("""
force unit units brigade brigades division battalion battalions command commandos drones drone tanks tank personnel administration
leadership council department dept council agents agent department delegation diplomats recruits patrol patrols campaign operation
operations offensive incursion court courts guards forces-of planes plane mortars bombers rulers artillery formations formation armour armor
controllers instructors cannons howitzers airbase reinforcements contingent contingents detachment detachments aviation
sukhoi sukhois mig migs apache apaches antonov antonovs chinook chinooks peacekeeper peacekeepers
infantry cavalry sapper sappers battery batteries mirage mirages rafale rafales
""")

# A person said already.
PERSONAL_PRONOUNS = _set("""
he her hers herself him himself his she
""")

# A body or state said already.
NEUTRAL_PRONOUNS = _set("""
it its itself
""")

# Several people, or a body spoken of as many.
PLURAL_PRONOUNS = _set("""
their theirs them themselves these they those
""")

# Whoever speaks.
SPEAKER_PRONOUNS = _set("""
i me my myself our ours ourselves us we
""")

# An armed body said already, behind "the".
GROUP_NOUNS = _set("""
alliance cartel extremists faction factions fighter fighters force forces gang group groups insurgents jihadists members militant
militants militia militias movement network organisation organization side terrorist terrorists
""")

# A source said already, behind "the".
SPEAKING_NOUNS = _set("""
activist ambassador analyst charity chief colonel commander communique diplomat director doctor document envoy expert general head
leader letter minister officer official officials president report resident source sources spokesman spokesperson spokeswoman
statement witness
""")

# An outlet said already, behind "the".
MEDIA_NOUNS = _set("""
agency broadcaster channel magazine network newspaper paper station
""")

# What makes a description point back.
DEFINITE = _set("""
her his its same that the their these this those
""")

# Titles before a surname.
HONORIFICS = _set("""
capt col colonel dr gen general lady lord lt maj minister miss mr mrs ms president prof professor sheikh sir
""")

# Posts that any body has: whose, the text around must say.
LOOSE_POSTS = _set("""
commander commanders spokesman spokesperson spokeswoman
""")

# Before a state's name: a place and not an actor.
PLACE_WORDS = _set("""
across around east eastern from in inside into leave left near north northern of outside south southern through throughout to war
west western
""")

# Capitals at the start of a sentence that are no name.
SENTENCE_OPENERS = _set("""
according also both did do does earlier even family had has is later now then today was were when while will would yesterday yet meanwhile describing speaking
""")

# Those who stand beside somebody and are not theirs.
ALLIES = _set("""
ally allies partner partners backer backers sponsor sponsors enemy enemies foe foes rival rivals opponent opponents adversary adversaries
counterpart counterparts proxies proxy
""")

# Whoever is one of these to somebody is somebody else: of the first allies on file may be meant, the last are held by them.
ALLIED = _set("ally allies partner partners proxy proxies")
RELATED = ALLIED | _set("""
backer backers sponsor sponsors enemy enemies foe foes rival rivals opponent opponents adversary adversaries critic critics detractors defector defectors
captive captives hostage hostages accomplice accomplices
""")
# With "Isis" before them they may be its men; they are held by whoever owns them.
HELD = _set("prisoner prisoners detainee detainees inmate inmates captive captives hostage hostages")

# Words and first names that tell a woman or a man.
FEMALE = _set("""
she her mrs ms miss lady umm mother sister daughter wife widow aunt grandmother woman girl spokeswoman policewoman chairwoman queen princess schoolgirl
bride teenage-girl stepmother congresswoman businesswoman
maria mary anna ana angela theresa teresa hillary condoleezza madeleine susan samantha nikki federica julie jane jessica sarah sara fatima amina
aisha zainab zeinab khadija mariam maryam leila layla nadia rania ilham asma shamima diane karen penny amber priti sharon sally emma laura lisa
elizabeth margaret helen catherine kate christine joyce ursula marine nancy rosa carmen lucia isabel violeta benazir aung ellen jacinda helle
michelle melania ivanka caroline victoria olga elena natalia tatiana irina svetlana yulia oksana anastasia ekaterina miriam ruth rachel hannah
naomi golda tzipi ayelet hanan dina rima salma noor nour huda hoda samira soraya shirin gulnaz malala asifa zahra zehra leyla ayse fatma emine
elif meral gina linda patricia barbara jennifer amanda melissa stephanie rebecca sophie charlotte alice julia clare claire louise anne annie
halima hawa fatna nadira camilla berivan gulnar deborah salome zarina melanie martine zinaida lyudmila ludmila valentina galina tetiana iryna
olha kateryna daria darya maryna larisa nina vera nadezhda sofia sofiya alina karina khalida rasha asmaa maha mona muna nawal nisreen
sahar salwa sawsan suad yasmin yasmine aminata mariama fatou fatoumata aissatou binta esther ngozi hadiza aishatu hodan sahra gabriela
alejandra beatriz marta pilar yolanda silvia monica veronica adriana claudia paola ingrid birgit sabine petra heike greta astrid solveig
agnes emily abigail martha evelyn diana valerie veronique brigitte nathalie sylvie isabelle francoise chantal odette solange jeanne marie
josephine bernadette
""")
MALE = _set("""
he him his mr sir lord abu father brother son husband uncle grandfather man boy spokesman policeman chairman king prince emir sheikh ayatollah
stepfather congressman businessman father-in-law imam bishop archbishop monsignor
john james robert michael william david richard joseph thomas charles donald barack bill george ronald vladimir sergei sergey dmitry mikhail boris
alexander nikolai yuri anatoly igor ivan viktor oleg pavel valery bashar hafez mohammed mohammad muhammad mohamed mahmoud mahmud ahmed ahmad ali
hassan hussein hossein omar khaled khalid abdullah abdul ibrahim ismail mustafa moustafa yusuf youssef yousef rami samir walid riad adnan haider
nouri barham masoud masrour jalal recep mevlut binali hulusi abdulfattah hosni anwar muammar moammar rafik saad nabih michel emmanuel francois
nicolas jacques jean pierre benjamin ariel ehud yitzhak shimon avigdor yasser ismael yahya mahdi jeremy sajid gavin tobias ben rory philip simon
andrew peter paul mark stephen steven daniel kevin brian edward jack tom tim jim joe mike rex ashton staffan kofi antonio ban lakhdar jan
volodymyr petro valerii andriy oleksandr zelenskyy carlos jose juan luis miguel manuel rafael alfredo roberto ernesto fidel raul hugo daniel
augusto cesar jorge pedro francisco alvaro ivan nayib felipe enrique andres goodluck umaru olusegun yoweri paul joseph laurent salva riek isaias
meles abiy siad hamid ashraf gulbuddin pervez imran nawaz asif narendra manmohan rajiv mahinda velupillai min thein rodrigo ferdinand rohani hassan
yasin bilal tariq fadi firas jamal kamal karim kareem mazen nabil nizar osama usama qasim rashid saleh sami tarek wael yasir zaid ziad khalaf
dilshad azad rasmus lars bjorn henrik nils jens hans klaus jurgen wolfgang markus stefan vitalii vitaly maksym maxim taras bohdan andrii
andrei andrey denys denis yevhen yevgeny evgeny ruslan konstantin leonid gennady stanislav vyacheslav oleh yurii yuriy serhii serhiy mykola
mykhailo ihor artem nikita pyotr tigran armen vardan ousmane mamadou amadou moussa boubacar abubakar musa umar usman aliyu hernando gustavo
sergio mario julio oscar hector diego javier alberto arturo guillermo ricardo rodolfo ruben eduardo fernando gerardo gilberto ignacio
mauricio pablo ramon tomas vicente eric fred gary gerald greg harold harry henry howard jason jeffrey kenneth larry louis martin matthew
nicholas patrick philippe ralph raymond roger walter alan albert anthony arthur benoit bernard christophe claude didier etienne francis
gerard gilles herve marc olivier pascal patrice thierry yves abdirahman abdirashid yonas tesfaye
""")

# Words in -ing that are nouns or part of one: no clause begins with them.
NOUNS_IN_ING = _set("""
fighting warring ruling building buildings meeting remaining surviving existing visiting leading governing training monitoring neighbouring
neighboring following including human-trafficking trafficking bombing shelling killing opposing competing invading advancing attacking retreating
returning outgoing incoming acting sitting standing morning evening during according being nothing something anything everything
""")
# Nouns for people and bodies behind which a clause may follow.
PLAIN_NOUNS = (
    FIGHTERS | CIVILIANS | FORCES | REBELS | MILITANTS | POSTS | WITNESSES | EXPERTS | DOCTORS | ACTIVISTS | frozenset(CALLED)
)
# What stands before a description and belongs to no name.
LOOSE_LEADS = _set("""
the a an one two three four five six seven eight nine ten eleven twelve some several many numerous various other another all senior unnamed
""")
# Without a name they are known by what was seen of them.
SEEN_AS = _set("armed unarmed unidentified unknown undidentified masked hooded uniformed camouflaged heavily")
ATTACKERS = _set("""
attacker attackers assailant assailants gunman gunmen shooter shooters knifeman knifemen sniper snipers kidnapper kidnappers abductor abductors
robber robbers raider raiders arsonist arsonists assassin assassins hijacker hijackers
""")
# What an armed person is seen to carry, and to sit on.
WEAPONS = _set("""
gun guns rifle rifles pistol pistols knife knives machete machetes axe axes sword swords spear spears weapon weapons firearm firearms kalashnikov
kalashnikovs grenade grenades shotgun shotguns launcher launchers sticks clubs bows arrows
""")
EXPLOSIVES = _set("explosive explosives bomb bombs belt vest dynamite")
MOUNTS = _set("motorbike motorbikes motorcycle motorcycles horseback horses camels camelback")
# Grounds where people live.
LIVED_IN = _set("residential civilian populated crowded inhabited")
GROUNDS = _set(
    "area areas neighbourhood neighbourhoods neighborhood neighborhoods district districts building buildings block blocks quarter quarters"
)
# What states and sides sign or hold in a place that they are called after: "the Algiers accord".
PACTS = _set("""
accord accords agreement agreements treaty treaties protocol protocols declaration conference talks process pact summit deal truce ceasefire
convention round memorandum
""")
# Whoever meets in a capital is called after it: "the Vienna group".
TALKS = _set("group format framework initiative plan proposal proposals dialogue roadmap meeting meetings")
# They were elected and speak for themselves.
LAWMAKERS = _set("""
mp mps senator senators congressman congresswoman congressmen lawmaker lawmakers backbencher backbenchers legislator legislators peer
""")
# What bodies call themselves, behind the words for what they do.
BODY_NOUNS = _set("""
campaign committee movement foundation association society union unions federation league network organisation organization party front centre
center council initiative trust fund group project institute university college academy hospital corps brigade battalion
""")
# Whoever speaks from one of these speaks as an expert.
LEARNED_BODIES = _set("institute university college academy centre center hospital")
# Whose trade is to help: coders keep the word.
HELPERS = _set("aid rescue relief humanitarian medical")
