"""The words that say what a number counts: people of some sort, what befell them, and things that are no people."""

from __future__ import annotations

from fogline.grounding.word_lists import word_set

# What befell people, by the words that say so.
KILLED = word_set(
    "kill kills killed killing killings dead death deaths die dies died dying fatality fatalities slain slaying slew murdered murder murders "
    "murdering executed execute executing execution executions beheaded beheading behead assassinated assassination assassinating massacred "
    "massacre perished perish bodies body corpse corpses martyred martyrs martyr drowned drown lynched hanged eliminated eliminating eliminate "
    "gunned machinegunned decapitated decapitating decapitate electrocuted asphyxiated crucified liquidated neutralised neutralized neutralise claimed toll lives life buried burned burnt immolated starved cadavers cadaver funeral"
)
INJURED = word_set(
    "injured injuring injure injures injuries injury wounded wounding wound wounds hurt hurting maimed maiming hospitalised hospitalized burns "
    "casualties mutilated shrapnel beaten suffocation breathing poisoned blinded"
)
DETAINED = word_set(
    "arrested arrest arrests arresting detained detain detaining detains detention detainees detainee captured capture capturing captives captive "
    "imprisoned jailed jail jailing held seized kidnapped kidnap kidnapping kidnaps abducted abduct abducting abduction abductions "
    "hostage hostages prisoner prisoners sentenced charged apprehended incarcerated convicted interned prosecuted "
    "enslaved abductee abductees "
)
DISPLACED = word_set(
    "displaced displacing displace fled flee fleeing flees evacuated evacuate evacuating evacuation evacuees refugee refugees uprooted "
    "returned returnees migrants asylum exile exiles exiled repatriated resettled crossed "
    "idps emigrated deported expelled relocated sheltering homeless "
)
TRAPPED = word_set("trapped besieged stranded encircled  trap stuck siege entrapped")
MISSING = word_set("missing fate disappeared disappearances vanished disappearance unaccounted whereabouts")

EVENTS: dict[str, frozenset[str]] = {
    "killed": KILLED, "injured": INJURED, "missing": MISSING, "trapped": TRAPPED, "detained": DETAINED, "displaced": DISPLACED,
}  # fmt: skip

FIGHTERS = word_set(
    "fighter fighters soldier soldiers troop troops militant militants rebel rebels insurgent insurgents gunman gunmen guerrilla guerrillas terrorist "
    "terrorists jihadi jihadis jihadist jihadists extremist extremists combatant combatants militiaman militiamen militia militias forces force "
    "mercenary mercenaries recruits recruit conscripts commander commanders officer officers servicemen serviceman marines marine paratroopers "
    "policeman policemen police peshmerga volunteers volunteer contras subversives subversive bombers bomber infiltrators loyalists "
    "peacekeeper peacekeepers guards guard commandos commando personnel army men airmen sailors reservists infantry partisans snipers sniper pilots pilot "
    "attackers attacker assailants members member agents agent operatives advisers advisors contractors strong takfiri takfiris separatists "
    "auxiliaries auxiliary corporals corporal sergeants sergeant lieutenants captains defectors deserters legionnaires brigade battalion warriors cadets cadre cadres"
)
CIVILIANS = word_set(
    "civilian civilians people person persons child children woman women girl girls boy boys infant infants baby babies resident residents "
    "villager villagers family families inhabitants citizens citizen peasants peasant farmers farmer student students worker workers journalist "
    "journalists reporter reporters doctors doctor nurse nurses medics medic patients patient teacher teachers priest priests nuns monks "
    "passengers passenger protesters protester demonstrators demonstrator marchers activists activist refugees refugee migrants others souls "
    "victims victim men man youths youth teenagers teenager teens pupils schoolchildren toddler kids relatives brothers sisters sons "
    "daughters daughter son brother sister father mother mothers fathers parents wife husband wives widow widows elderly tourists "
    "pilgrims worshippers worshipers lawyers lawyer judges judge mayor politicians politician leaders leader officials official aides "
    "aid staff crew employees labourers laborers engineers drivers driver shoppers bystanders hostages hostage prisoners prisoner detainees detainee "
    "captives captive suspects suspect inmates cases orphans households nationals foreigners humans lives dead deaths fatalities casualties "
    "wounded injured bodies body corpses martyrs comrades colleagues friends americans britons syrians iraqis kurds turks russians israelis "
    "palestinians afghans ukrainians christians muslims yazidis yezidis jews minors adults humanitarian refugees exiles idps survivors "
    "photographer cameraman correspondent technicians missing them us you whom bishop imam cleric clerics minister deputies "
    "ambassador diplomat diplomats senator candidate unionists dissident dissidents defendants rescuers firefighters paramedics "
    "businessman businessmen murders executions kidnappings disappearances abductions killings arrests supporters followers mourners guests "
    "commuters herders miners fishermen individual individuals settlers ones subjects population pensioners generation leaders "
    "inmate pilgrim worshipper worshiper mourner tourist shopper bystander commuter herder fisherman settler pensioner paramedic firefighter "
    "rescuer technician labourer laborer employee migrant inhabitant supporter nun monk orphan neighbour neighbours neighbor neighbors ranger "
    "rangers schoolgirl schoolgirls schoolboy schoolboys seminarian seminarians informant informants informer informers abductee abductees civs ppl"
)
PEOPLE = FIGHTERS | CIVILIANS

# What a number counts when it counts no people.
THINGS = word_set(
    "way quarters thirds fifths tenths halves establishments establishment businesses business offices office branches embassies families-owned percent per % pc year years month months week weeks day days hour hours minute minutes second seconds decade decades century centuries times "
    "time kilometre kilometres kilometer kilometers km kms mile miles metre metres meter meters m cm mm yard yards feet foot ft acre acres hectare "
    "hectares dollar dollars pound pounds euro euros lira rubles roubles dinars pesos colones cents usd tonne tonnes ton tons kg kilograms "
    "kilogram kilos kilo grams litres liters barrels degrees p.m a.m pm am gmt calibre caliber vehicle vehicles car cars truck trucks tank tanks "
    "bus buses convoy convoys plane planes aircraft jet jets helicopter helicopters drone drones uav uavs missile missiles rocket rockets shell "
    "shells mortar mortars bomb bombs bombings grenade grenades mine mines ied ieds rifle rifles gun guns weapon weapons round rounds strike strikes "
    "airstrike airstrikes raid raids sortie sorties attack attacks explosion explosions blast blasts clash clashes operation operations village "
    "villages town towns city cities neighbourhood neighbourhoods neighborhood neighborhoods district districts province provinces area areas camp "
    "camps hospital hospitals school schools mosque mosques church churches building buildings house houses home homes shop shops bridge bridges "
    "checkpoint checkpoints post posts position positions base bases point points site sites target targets front fronts country countries nation "
    "nations state states group groups faction factions organisation organizations organisations party parties brigades battalions units "
    "division divisions side sides page pages article articles resolution resolutions seats votes vote ships ship boat boats vessel vessels "
    "lorries ambulance ambulances motorcycles motorbikes facilities facility centres centers center warehouses depots tunnels statements tweets "
    "videos video pictures photographs incidents incident cases kilometers-long bedrooms stages phase phases round goals conditions reasons things "
    "factors articles agreements violations ceasefires meetings talks trips occasions places parts types kinds ways fighting-age vehicles-borne "
    "charges counts metres-long sq square cubic wells fields containers tents barrels trips locations streets deals accounts "
    "complaints stories floors rooms windows trees cows sheep goats animals dogs bullets cartridges magazines machineguns launchers cannon howitzers "
    "anti-aircraft warheads bags boxes parcels pylons towers posters walls doors languages "
    "ultimatum mig migs candidates-only station stations barracks garrisons headquarters regiment regiments carrier carriers island islands pistol pistols revolver revolvers shotguns tyres tires package packages howitzer tanker tankers pickup pickups humvee humvees locomotives wagons silos turbines substations substation apartments flats huts stalls warships frigate frigates submarines trawlers ambushes battles skirmishes offensives salvos volleys dwellings structures routes airports dams fronts ceasefire regions governorates municipalities companies firms airline"
    # Plurals where the singular also stands before people: "three market traders".
    " meal meals rations loaves latrines volumes craters pines explosives hectares fires taps"
    " storey storeys story room bed seat seater page settlements hamlets vlgs cantons clans tribes townships bars cafes restaurants hotels "
    "markets blocks wars pieces systems pick depots dugouts installations "
    "rial rials riyal riyals rupee rupees shilling shillings naira franc francs birr kyat kyats hryvnia hryvnias dirham dirhams yuan"
)
