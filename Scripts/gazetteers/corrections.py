"""What the sources get wrong about people, by hand: (country, name as compiled) -> the name to use.

An empty name drops the row. A name that a row written by hand has makes the two one person. Names compare folded.
"""
from common import key

_CORRECTIONS = """
ARE	Muhammad bin Rashid Al-Maktoum	Mohammed bin Rashid
ARE	Muhammad bin Rashid Al-Maktum	Mohammed bin Rashid
ARE	Muhammad bin Rashid al Maktum	Mohammed bin Rashid
ARE	Saif bin Zayid Al Nuhayyan	Saif bin Zayed
ARE	Mansur bin Zayid Al Nuhayyan	Mansour bin Zayed
ARE	Mansur bin Zayid Al-Nuhayan	Mansour bin Zayed
ARE	Mansur bin Zayid Al-Nuhayyan	Mansour bin Zayed
ARE	Saif bin Zayid Al-Nuhayan	Saif bin Zayed
ARE	Saif bin Zayid Al-Nuhayyan	Saif bin Zayed
BEN	Thomas Yayi Boni	Thomas Boni Yayi
BHR	Khalid bin Abdallah Al Khalifa	Khalid bin Abdullah Al Khalifa
BHR	Khalifah ibn Sulman al Khalifah	Khalifa bin Salman Al Khalifa
BHR	Muhammad bin Mubarak Al-Khalifa	Mohammed bin Mubarak Al Khalifa
BHR	Salman bin Hamad Al-Khalifa	Salman bin Hamad Al Khalifa
BLR	Alyaksandr Turchyn	Alexander Turchin
BLR	Raman Halowchenka	Roman Golovchenko
BLR	Mikalay Snapkow	Nikolai Snopkov
BLR	Syarhey Sidorski	Sergei Sidorsky
BLR	Sergei Sidorskiy	Sergei Sidorsky
BRA	Antonio Hamilton Martins Mourao	Hamilton Mourao
BWA	Seretse Khama Ian Khama	Ian Khama
BWA	Seretse Ian Khama	Ian Khama
COD	Anatole Collinet Makosso	
CPV	Jose Ulisses Correia e Silva	Ulisses Correia e Silva
CPV	Jose Ulisses Correia E. Silva	Ulisses Correia e Silva
CPV	Jose Ulisses Cor Correia Silva	Ulisses Correia e Silva
CPV	Jose Maria Pereira Neves	Jose Maria Neves
CPV	Jose Correia Silva	Ulisses Correia e Silva
CPV	Ulisses Silva	Ulisses Correia e Silva
EGY	Abdelfattah Said Elsisi	Abdel Fattah al-Sisi
EGY	Abdelfattah Elsisi	Abdel Fattah al-Sisi
FJI	Ratu Epeli Nailatikau	Epeli Nailatikau
FJI	Ratu Naiqama Lalabalavu	Naiqama Lalabalavu
FJI	Ratu Wiliame Katonivere	Wiliame Katonivere
GGY	Gavin St.pier	
GNB	Josse Mario Vaz	Jose Mario Vaz
GNQ	Francisco Pascual Eyegue Obama Asue	Francisco Pascual Obama Asue
JAM	Michaelle Jean	
KWT	Ahmad Abdullah Al-Ahmad al Sabah	Ahmad Abdullah Al Sabah
KWT	Ahmad al-Abdullah al Sabah	Ahmad Abdullah Al Sabah
KWT	Mohammad Sabah Al Salim Al Sabah	Mohammad Sabah Al Sabah
KWT	Muhammad al-Sabah al-Salim al-Sabah	Mohammad Sabah Al Sabah
KWT	Muhammad al-Sabah al-Salim	Mohammad Sabah Al Sabah
KWT	Nawaf al-Ahmad al-Jabir al-Sabah	Nawaf al-Ahmad
KWT	Sabah Khalid al-Hamid al-Sabah	Sabah Khalid Al Sabah
KWT	Sabah Khalid al-Hamad al-Sabah	Sabah Khalid Al Sabah
KWT	Talal al-Khalid Al-Ahmad Al-Sabah	Talal Khaled Al Sabah
KWT	Talal al-Khalid al-Sabah	Talal Khaled Al Sabah
KWT	Talal al-Khalid	Talal Khaled Al Sabah
LAO	Thongloun Sisoulit	Thongloun Sisoulith
LAO	Thongloun Sisolit	Thongloun Sisoulith
LAO	Sonxai Siphandon	Sonexay Siphandone
LAO	Sonexay Siphandon	Sonexay Siphandone
LAO	Boun-Gnang Volachit	Bounnyang Vorachith
LAO	Boun Gnang Volachit	Bounnyang Vorachith
LAO	Bounnyang Vorachit	Bounnyang Vorachith
LAO	Boungnang Volachit	Bounnyang Vorachith
LAO	Boungnang Vorachith	Bounnyang Vorachith
LBN	Michel Awn	Michel Aoun
LBY	Abdul Hamid Dubaybah	Abdul Hamid Dbeibah
MAC	Sam Hou Fai	Sam Hou-fai
MEX	Agustin Carstens Carstens	Agustin Carstens
MEX	Vmarco Antonio Peyrot Gonzalez	Marco Antonio Peyrot
MUS	Maaouya ould Sid'Ahmed Taya	
MUS	Marie Cyril Eddy Boissézon	Eddy Boissezon
MYS	Abdullah Sultan Ahmad Shah	Sultan Abdullah Ahmad Shah
MYS	Muhyiddin bin Mohamed Yassin	Muhyiddin Yassin
MYS	Muhyiddin bin Haji Mohamed Yassin	Muhyiddin Yassin
NZL	Simon William English	Bill English
QAT	Abdallah bin Nasir bin Khalifa Al Thani	Abdullah bin Nasser Al Thani
QAT	Khalid bin Khalifa bin Abdul Aziz Al Thani	Khalid bin Khalifa Al Thani
QAT	Khalid ibn Khalifa ibn Abdul Aziz Al Thani	Khalid bin Khalifa Al Thani
QAT	Khalid bin Mohamed Khalid Al	Khalid al-Attiyah
QAT	Khalid bin Mohamed Al Attiyah	Khalid al-Attiyah
QAT	Khalid bin Muhammad al-Attiyah	Khalid al-Attiyah
QAT	Mohamed bin Abdulrahman Al Thani	Mohammed bin Abdulrahman
SDN	Umar Hassan Ahmad al-Bashir	Omar al-Bashir
SSD	Rebecca Nyandeng Chol Garang	Rebecca Nyandeng Garang
SSD	Rebecca Nyandeng Chol Garang de Mabior	Rebecca Nyandeng Garang
THA	Wachiralongkon Bodinthrathepphayawarangkun	Maha Vajiralongkorn
TLS	Lasama Araujo	Fernando de Araujo
TLS	Taur Ruak	Taur Matan Ruak
WSM	La'Aulialemalietoa La'auli Leuatea Schmidt	La'auli Leuatea Schmidt
WSM	Tuila'Epa Lupesoliai Sailele Malielegaoi	Tuilaepa Sailele Malielegaoi
YEM	Ahmad Obaid bin Daghir	Ahmed Obeid bin Dagher
YEM	Obaid bin Daghr	Ahmed Obeid bin Dagher
YEM	Ahmad Awad Bin Mubarek	Ahmed Awad bin Mubarak
YEM	Ali Muhsin al-Ahmar	Ali Mohsen al-Ahmar
YEM	Mohsin al-Ahmar	Ali Mohsen al-Ahmar
YEM	Maeen Abd al-Malik Saeed	Maeen Abdulmalik Saeed
YEM	Salim Salih Bin Burayk	Salem bin Breik
ZAF	Paul Mashsatile	Paul Mashatile
FRA	Michele Alliot Marie	Michele Alliot-Marie
FRA	Philippe Douste Blazy	Philippe Douste-Blazy
FRA	Roselyn Bachelot Narquin	Roselyne Bachelot
PRT	Luis Filipe Marques Amado	Luis Amado
IRN	Qolam Hosein Mohseni Ejei	Gholam-Hossein Mohseni-Ejei
IRN	Hosein Dehqan	Hossein Dehghan
IRN	Qolam Ali Hadad Adel	Gholam-Ali Haddad-Adel
IRN	Mostafa Pur Mohammadi	Mostafa Pourmohammadi
IRN	Mohammad Reza Aref Yazdi	Mohammad Reza Aref
IRN	Parviz Davudi	Parviz Davoodi
TWN	Yu Shyi Kun	Yu Shyi-kun
TWN	Su Jia Chyuan	Su Jia-chyuan
NGA	Nael Rufai	Nasir el-Rufai
NGA	Rabiu Kwankaso	Rabiu Kwankwaso
NGA	Ojo Madueke	Ojo Maduekwe
SYR	Fahd Jasim al-Furayj	Fahd Jassem al-Freij
SYR	Hassan Ali Turkmani	Hasan Turkmani
"""
# who is made one with another by mistake, and pairs of the collective offices
_APART = {("SWZ", "russell dlamini"), ("SWZ", "russell mmiso dlamini"), ("SWZ", "ambrose mandvulo dlamini"),
          ("SWZ", "barnabas sibusiso dlamini"), ("SWZ", "cleopas dlamini"), ("NPL", "ram sahaya prasad yadav"),
          ("NCL", "jean jacques brot"), ("NPL", "ram baran yadav"), ("NPL", "ram chandra raya yadav")}


def _table():
    found = {}
    for line in _CORRECTIONS.strip("\n").split("\n"):
        country, wrong, right = line.split("\t")
        found[(country, key(wrong))] = right
    return found


CORRECTIONS = _table()


def corrected(country, name):
    """The name to use, or None when the row is to be dropped."""
    right = CORRECTIONS.get((country, key(name)), name)
    return right or None


def apart(country, name):
    """Whether only an equal name is the same person."""
    return (country, key(name)) in _APART
