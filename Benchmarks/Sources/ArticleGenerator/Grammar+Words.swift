extension Grammar {
  /// Words of one class, in one form.
  static let wordRules = """
    = participle
    {verb-gerund} | {verb-gerund} | triggering | without {verb-gerund} | while {verb-gerund}

    = noun-singular
    accord | account | address | agenda | agreement | airport | alliance | ambassador | amendment
    appeal | archive | army | arsenal | artist | assembly | audience | auction | ballot | ban
    bank | base | battery | battle | bill | blockade | border | bridge | broadcast | budget
    building | bureau | cabinet | camp | campaign | canal | cargo | case | cathedral | centre
    charity | charter | choir | clinic | coalition | coast | code | colony | commander | company
    compromise | concession | conference | constitution | contract | convoy | corridor | council
    coup | court | crew | crisis | currency | dam | deadline | debate | decree | defeat
    delegation | demand | deposit | desert | directive | discovery | dispute | district | doctrine
    document | draft | drone | drought | economy | embargo | embassy | empire | engine | envoy
    epidemic | estate | exercise | exhibition | export | factory | famine | farm | ferry
    festival | fleet | flight | flood | forecast | formula | fortress | fund | garrison
    gas field | governor | grant | guarantee | harbour | harvest | highway | holiday | hospital
    hostage | hotel | idea | illness | incident | income | inquiry | inspection | interview
    island | journal | journey | judgment | jury | laboratory | law | lawsuit | leader | library
    licence | loan | lorry | machine | magazine | majority | mandate | manifesto | market | mayor
    measure | memorial | message | method | mine | mission | mosque | motion | movement | museum
    network | newspaper | notice | novel | oil field | opera | opinion | orchestra | outpost
    package | parade | parliament | partner | party | passport | patrol | pension | petition
    pipeline | plan | platform | policy | port | position | power station | prayer | premium
    prison | prize | proposal | province | quarry | quota | radio | railway | ranch | rebellion
    recipe | referendum | reform | refuge | refinery | region | regulation | request | reserve
    resolution | rival | river | road | robot | rocket | route | ruling | runway | satellite
    scandal | school | seminar | senate | session | settlement | shipment | shortage | signal
    site | soldier | speech | square | stadium | statement | station | statue | storm | strategy
    street | strike | studio | submarine | subsidy | supplier | surplus | survey | symbol | tanker
    target | tariff | tax | team | technique | telescope | temple | territory | theatre | theory
    threat | timetable | tower | train | translation | treaty | tribunal | truce | tunnel
    ultimatum | union | university | vaccine | valley | verdict | vessel | veto | victory
    village | visa | vote | warehouse | warning | waterway | weapon | wedding | winter | witness
    workshop | zone
    = noun-plural
    accounts | activists’ claims | aid workers | aircraft | apartments | apples | arms
    artillery shells | bank notes | barrels of oil | batteries | benefits | bonds | books
    borders | bridges | buses | cables | cameras | cars | cattle | cells | charges | chemicals
    clinics | coins | computers | conditions | contracts | costs | crops | customs duties | cuts
    dams | debts | demands | dikes | documents | donations | drones | elections | emails | engines
    exports | factories | fees | fences | fertilisers | fields | files | fish | flights | funds
    generators | goods | grain shipments | guarantees | guns | helicopters | homes | horses
    hospitals | hostages | houses | imports | incentives | jets | jobs | joint exercises | laws
    letters | licences | limits | loans | losses | machines | maps | markets | medicines | mines
    missiles | munitions | negotiations | newspapers | oil wells | orders | paintings | passports
    payments | peace talks | penalties | pensions | permits | photographs | pipelines | plants
    ports | prices | prisoners | prizes | profits | promises | proposals | quotas | radios
    railways | rates | records | reforms | refugees’ tents | reserves | restrictions | rights
    rivers | roads | rockets | routes | rules | sanctions | schools | seats | secrets | securities
    shares | ships | shops | shortages | signatures | skills | spare parts | standards | stocks
    streets | strikes | subsidies | supplies | tanks | tariffs | taxes | tenders | territories
    tests | textiles | threats | tickets | timber exports | tools | trade routes | trains | troops
    trucks | uniforms | vaccines | vehicles | villages | violations | visas | votes | wages
    warnings | water pumps | weapons | wells | workers’ rights | works of art
    = noun-bare
    aid | ammunition | anger | asylum | bread | capital | cash | coal | confidence | copper
    corruption | cotton | credit | data | debt | demand | diplomacy | discipline | drinking water
    education | electricity | equipment | evidence | expertise | farmland | fighting | fish | food
    freedom | fuel | funding | furniture | gas | gold | grain | growth | health care | help
    heating | housing | inflation | influence | information | infrastructure | interest | iron ore
    justice | labour | land | legislation | livestock | lithium | machinery | medicine | migration
    milk | money | music | natural gas | news | oil | output | peace | pollution | poverty | power
    pressure | production | progress | property | publicity | rain | research | rice | safety
    scrap metal | security | shelter | silence | silver | snow | software | speculation | steel
    sugar | support | tea | technology | television | terrorism | time | timber | torture
    tourism | trade | traffic | training | transport | travel | uncertainty | unemployment | unity
    uranium | violence | water | wealth | wheat | wine | wool
    = event-noun
    advance | agreement | airstrike | ambush | announcement | arrest | assassination | assault
    attack | auction | blast | blockade | bombing | boycott | briefing | ceasefire | ceremony
    clash | collapse | conference | congress | coup | crackdown | crash | debate | defeat | deal
    dispute | earthquake | election | embargo | evacuation | execution | exercise | expulsion
    fire | flood | funeral | handover | hearing | hijacking | inauguration | inquiry | invasion
    investigation | kidnapping | launch | march | massacre | meeting | merger | mission | mutiny
    negotiation | offensive | parade | protest | purge | raid | rally | referendum | rescue
    resignation | retreat | riot | robbery | seizure | shooting | siege | strike | summit
    takeover | test | tour | trial | truce | uprising | visit | vote | walkout | withdrawal
    = adjective
    abrupt | absurd | additional | aggressive | alleged | ambitious | ancient | angry | annual
    armed | awkward | bitter | bold | brief | broad | brutal | busy | careful | cautious | central
    chaotic | cheap | civilian | classified | clear | coastal | colonial | commercial | common
    complex | confidential | contested | controversial | corrupt | costly | crowded | crucial
    curious | daily | damaged | dangerous | deadly | decisive | defective | delicate | deserted
    detailed | difficult | diplomatic | disputed | distant | divided | domestic | dramatic | early
    eastern | economic | efficient | elaborate | electoral | electronic | elegant | elite
    embarrassing | emergency | empty | enormous | environmental | ethnic | excessive | exclusive
    expensive | experimental | extraordinary | extreme | failed | fair | false | familiar | famous
    fatal | federal | fierce | final | financial | fiscal | flawed | foreign | formal | fragile
    frequent | friendly | frozen | full | generous | global | grave | growing | harsh | heavy
    hidden | historic | hostile | huge | humanitarian | illegal | immediate | important
    impressive | inadequate | independent | indirect | industrial | informal | initial | innocent
    internal | international | joint | junior | key | large | lasting | late | legal | liberal
    limited | local | long | long-awaited | loud | loyal | main | major | maritime | medical
    military | minor | mixed | moderate | modern | modest | monthly | mountainous | muddy
    multinational | narrow | national | naval | neglected | neutral | new | noisy | northern
    nuclear | obscure | official | old | open | ordinary | overdue | painful | partial | patient
    peaceful | permanent | personal | poor | popular | powerful | precise | private | profitable
    prominent | proposed | proud | provincial | public | quiet | radical | rare | recent
    regional | regular | reliable | religious | reluctant | remote | rich | risky | rival
    routine | royal | rural | sacred | scarce | secret | senior | serious | severe | shabby
    sharp | short | silent | simple | slow | small | so-called | solid | southern | special
    stable | state-owned | steady | steep | strategic | strict | strong | sudden | suspicious
    symbolic | technical | temporary | tense | thorough | tiny | tough | traditional | tragic
    unanimous | uncertain | undisclosed | uneasy | unexpected | unfair | unlikely | unofficial
    unprecedented | unusual | urban | urgent | useful | vague | valuable | vast | violent
    visible | vital | vulnerable | weak | weekly | well-known | western | widespread | wooden
    young
    = group-plural
    activists | advisers | analysts | archaeologists | bankers | bishops | border guards
    builders | campaigners | clerics | commanders | commandos | critics | dancers | delegates
    demonstrators | deputies | detectives | diplomats | dissidents | doctors | drivers
    economists | editors | engineers | envoys | executives | exporters | families | farmers
    firefighters | fishermen | fishing crews | guards | historians | hunters | inspectors
    insurgents | intelligence officers | investigators | investors | journalists | judges
    lawmakers | lawyers | leaders | mayors | mediators | migrants | militants | miners | ministers
    monks | negotiators | nurses | observers | officers | officials | opposition parties | owners
    parents | peacekeepers | physicians | pilots | pirates | players | policemen | politicians
    prosecutors | rebels | refugees | regulators | researchers | residents | sailors | scientists
    senators | separatists | shareholders | shepherds | shopkeepers | soldiers | students
    survivors | teachers | tourists | traders | troops | unions | veterans | villagers
    volunteers | voters | witnesses | workers
    = casualty
    dead | wounded | missing | held | freed
    = office
    President | Prime Minister | Foreign Minister | Defence Minister | Finance Minister
    Interior Minister | Chancellor | Governor | Mayor | Sen. | Rep. | Gen. | Col. | Lt. Gen.
    Adm. | Ambassador | Judge | Dr. | Prof. | Secretary General | Chief Justice | Mr. | Ms. | Mrs.
    Sheikh | Bishop | Police Chief
    = office-lower
    president | prime minister | foreign minister | defence minister | finance minister
    interior minister | chancellor | governor | mayor | senator | general | army chief
    ambassador | judge | professor | secretary | chairman | chairwoman | chief executive
    director | spokesman | deputy | commissioner | treasurer | envoy | negotiator
    opposition leader | adviser | editor | manager | head coach | chief scientist
    = profession
    lawyer | engineer | economist | historian | physician | farmer | novelist | teacher
    carpenter | nurse | banker | physicist | trader | pilot | composer
    = ministry
    Foreign Ministry | Defence Ministry | Finance Ministry | Interior Ministry | Health Ministry
    central bank | parliament | army | navy | Supreme Court | embassy
    = body
    the United Nations | the European Union | NATO | the World Bank
    the International Monetary Fund | the Red Cross | the African Union | OPEC
    the Security Council | the Arab League | the World Health Organization
    the International Criminal Court | ASEAN | the World Trade Organization
    = weekday
    Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday
    = month
    January | February | March | April | May | June | July | August | September | October
    November | December
    = ordinal
    first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth
    = number-word
    two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | fifteen
    twenty | thirty | forty
    = Number-word
    Two | Three | Four | Five | Six | Seven | Eight | Nine | Ten | Eleven | Twelve | Fifteen
    Twenty
    = given
    Adam | Agnes | Ahmed | Alice | Amina | Andrei | Anna | Boris | Carla | Carlos | Clara | Daniel
    David | Diana | Elena | Emil | Eva | Fatima | Felix | Frank | Gabriel | Grace | Hana | Helen
    Henrik | Hugo | Ibrahim | Igor | Ines | Irene | Ivan | Jack | James | Jan | Jorge | Julia
    Karen | Karim | Laura | Leila | Leo | Lucas | Luis | Magda | Maria | Mark | Marta | Martin
    Mei | Michael | Miriam | Nadia | Nikolai | Nina | Olga | Omar | Oscar | Paul | Pedro | Peter
    Rachel | Rafael | Rosa | Samuel | Sara | Simon | Sofia | Stefan | Tariq | Thomas | Vera
    Victor | Yusuf | Zoe
    """
}
