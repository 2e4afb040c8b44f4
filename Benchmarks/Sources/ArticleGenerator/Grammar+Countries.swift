extension Grammar {
  /// Countries, what is called after them, and their capitals; the lists run in parallel.
  static let countryRules = """
    = country
    Albania | Algeria | Angola | Argentina | Armenia | Australia | Austria | Bangladesh | Belgium
    Bolivia | Brazil | Bulgaria | Cambodia | Cameroon | Canada | Chile | China | Colombia
    Croatia | Cuba | Denmark | Ecuador | Egypt | Ethiopia | Finland | France | Germany | Ghana
    Greece | Hungary | India | Indonesia | Iran | Iraq | Ireland | Israel | Italy | Japan | Kenya
    Latvia | Lebanon | Libya | Malaysia | Mexico | Mongolia | Morocco | Nepal | Nigeria
    North Korea | Norway | Pakistan | Peru | Poland | Portugal | Romania | Russia | Saudi Arabia
    Senegal | Serbia | Somalia | South Africa | South Korea | Spain | Sudan | Sweden | Switzerland
    Syria | Thailand | Tunisia | Turkey | Uganda | Ukraine | Venezuela | Vietnam | Yemen | Zambia
    the United States | the United Kingdom | the Netherlands | the Philippines
    = demonym
    Albanian | Algerian | Angolan | Argentine | Armenian | Australian | Austrian | Bangladeshi
    Belgian | Bolivian | Brazilian | Bulgarian | Cambodian | Cameroonian | Canadian | Chilean
    Chinese | Colombian | Croatian | Cuban | Danish | Ecuadorian | Egyptian | Ethiopian | Finnish
    French | German | Ghanaian | Greek | Hungarian | Indian | Indonesian | Iranian | Iraqi | Irish
    Israeli | Italian | Japanese | Kenyan | Latvian | Lebanese | Libyan | Malaysian | Mexican
    Mongolian | Moroccan | Nepalese | Nigerian | North Korean | Norwegian | Pakistani | Peruvian
    Polish | Portuguese | Romanian | Russian | Saudi | Senegalese | Serbian | Somali
    South African | South Korean | Spanish | Sudanese | Swedish | Swiss | Syrian | Thai | Tunisian
    Turkish | Ugandan | Ukrainian | Venezuelan | Vietnamese | Yemeni | Zambian | American
    British | Dutch | Philippine
    = capital
    Tirana | Algiers | Luanda | Buenos Aires | Yerevan | Canberra | Vienna | Dhaka | Brussels
    La Paz | Brasília | Sofia | Phnom Penh | Yaoundé | Ottawa | Santiago | Beijing | Bogotá
    Zagreb | Havana | Copenhagen | Quito | Cairo | Addis Ababa | Helsinki | Paris | Berlin | Accra
    Athens | Budapest | New Delhi | Jakarta | Tehran | Baghdad | Dublin | Jerusalem | Rome | Tokyo
    Nairobi | Riga | Beirut | Tripoli | Kuala Lumpur | Mexico City | Ulaanbaatar | Rabat
    Kathmandu | Abuja | Pyongyang | Oslo | Islamabad | Lima | Warsaw | Lisbon | Bucharest | Moscow
    Riyadh | Dakar | Belgrade | Mogadishu | Pretoria | Seoul | Madrid | Khartoum | Stockholm
    Bern | Damascus | Bangkok | Tunis | Ankara | Kampala | Kyiv | Caracas | Hanoi | Sanaa | Lusaka
    Washington | London | The Hague | Manila
    """
}
