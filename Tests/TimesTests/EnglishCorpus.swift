/// Invented sentences of a text dated Thursday 16 May 2024, 10:00, one a line: the time expressions are marked, their values follow the
/// arrow in order. A line without marks holds no time expression.
let englishCorpus = """
  The court ruled on ⟦Thursday⟧. → 2024-05-16
  The court ruled on ⟦Wednesday⟧. → 2024-05-15
  The court will rule on ⟦Monday⟧. → 2024-05-20
  The court will rule on ⟦Thursday⟧. → 2024-05-16
  The strike began ⟦Friday⟧. → 2024-05-10
  The mayor resigned ⟦last Thursday⟧. → 2024-05-09
  The mayor resigned ⟦last Tuesday⟧. → 2024-05-14
  Voters choose a mayor ⟦next Tuesday⟧. → 2024-05-21
  The vote is set for ⟦Sunday⟧. → 2024-05-19
  The hearing is scheduled for ⟦Monday⟧. → 2024-05-20
  The bridge stays closed until ⟦Saturday⟧. → 2024-05-18
  Rescuers must finish by ⟦Friday⟧. → 2024-05-17
  He arrived ⟦today⟧. → 2024-05-16
  He arrived ⟦yesterday⟧. → 2024-05-15
  He will arrive ⟦tomorrow⟧. → 2024-05-17
  He left ⟦the day before yesterday⟧. → 2024-05-14
  They talked ⟦last night⟧. → 2024-05-15TNI
  They talk ⟦tonight⟧. → 2024-05-16TNI
  They talked ⟦this morning⟧. → 2024-05-16TMO
  They talked ⟦Wednesday night⟧. → 2024-05-15TNI
  They talked on ⟦Thursday morning⟧. → 2024-05-16TMO
  The blast came on ⟦Tuesday afternoon⟧. → 2024-05-14TAF
  The ferry left at ⟦14:30⟧. → 2024-05-16T14:30
  The ferry left at ⟦2:30 p.m.⟧ and sank. → 2024-05-16T14:30
  The ferry left at ⟦5pm⟧. → 2024-05-16T17:00
  The ferry left at ⟦noon⟧. → 2024-05-16T12:00
  The ferry left at ⟦midnight⟧. → 2024-05-16T00:00
  The ferry left at ⟦9 a.m. Tuesday⟧. → 2024-05-14T09:00
  The ferry left ⟦Tuesday at 9:15 a.m.⟧ with a full hold. → 2024-05-14T09:15
  The market closed at ⟦18:00 GMT⟧. → 2024-05-16T18:00Z
  Polls open at ⟦7 o'clock⟧. → 2024-05-16T07:00
  It rained ⟦this week⟧. → 2024-W20
  It rained ⟦last week⟧. → 2024-W19
  It may rain ⟦next week⟧. → 2024-W21
  It rained ⟦last month⟧. → 2024-04
  It rained ⟦this month⟧. → 2024-05
  Prices rise ⟦next month⟧. → 2024-06
  Prices rose ⟦last year⟧. → 2023
  Prices rose ⟦this year⟧. → 2024
  Prices will rise ⟦next year⟧. → 2025
  Prices rose ⟦late last year⟧. → 2023
  Prices rose ⟦earlier this year⟧. → 2024
  Prices fall ⟦later this month⟧. → 2024-05
  Prices rose ⟦the year before last⟧. → 2022
  She won at ⟦the weekend⟧. → 2024-W19-WE
  She won ⟦last weekend⟧. → 2024-W19-WE
  She plays ⟦this weekend⟧. → 2024-W20-WE
  Two hikers died ⟦two days ago⟧. → 2024-05-14
  Two hikers died ⟦three weeks ago⟧. → 2024-W17
  The dam broke ⟦five months ago⟧. → 2023-12
  The dam broke ⟦ten years ago⟧. → 2014
  The dam broke ⟦a decade ago⟧. → 201
  The dam broke ⟦about 20 years ago⟧. → 2004
  The alarm rang ⟦two hours ago⟧. → 2024-05-16T08
  ⟦Days ago⟧, the minister denied it. → PAST_REF
  The minister denied it ⟦years ago⟧. → PAST_REF
  In ⟦recent times⟧ rents rose. → PAST_REF
  In ⟦recent months⟧ rents rose. → PAST_REF
  In ⟦recent weeks⟧ rents rose. → PAST_REF
  The firm ⟦recently⟧ closed a mine. → PAST_REF
  The firm ⟦currently⟧ runs nine mines. → PRESENT_REF
  The firm runs nine mines ⟦now⟧. → PRESENT_REF
  The firm will ⟦soon⟧ close a mine. → FUTURE_REF
  The siege lasted ⟦17 days⟧. → P17D
  The siege lasted ⟦just over two weeks⟧. → P2W
  The siege lasted ⟦four weeks⟧. → P4W
  The siege lasted ⟦a year⟧. → P1Y
  The siege lasted ⟦two and a half years⟧. → P2.5Y
  The siege lasted ⟦several months⟧. → PXM
  The siege lasted ⟦more than 30 hours⟧. → PT30H
  The siege lasted ⟦an hour and a half⟧. → PT1.5H
  The siege lasted ⟦twenty-one days⟧. → P21D
  The siege lasted ⟦half a century⟧. → P50Y
  The city was at war for ⟦decades⟧. → PXDE
  The city was at war for ⟦years⟧. → PXY
  They ended a ⟦three-year⟧ war. → P3Y
  They ended a ⟦decades-long⟧ war. → PXDE
  They signed a ⟦10-year⟧ lease. → P10Y
  A ⟦45-year-old⟧ nurse was hurt. → P45Y
  They will build over ⟦the next four years⟧. → P4Y
  Sales fell in ⟦the past six months⟧. → P6M
  Sales fell in ⟦the last two weeks⟧. → P2W
  Sales fell in ⟦the past decade⟧. → P10Y
  It stayed shut for ⟦30 minutes⟧. → PT30M
  The choir sings ⟦every Friday⟧. → SET XXXX-WXX-5
  The choir sings on ⟦Fridays⟧. → SET XXXX-WXX-5
  The choir sings ⟦every day⟧. → SET P1D
  The choir sings ⟦every two weeks⟧. → SET P2W
  The choir sings ⟦each year⟧. → SET P1Y
  The choir holds an ⟦annual⟧ fair. → SET P1Y
  The choir sings ⟦twice a week⟧. → SET P1W
  The choir sings 40 songs ⟦a year⟧. → SET P1Y
  The choir sings ⟦every morning⟧. → SET XXXX-XX-XXTMO
  The treaty dates from ⟦March 3, 2019⟧. → 2019-03-03
  The treaty dates from ⟦3 March 2019⟧. → 2019-03-03
  The treaty dates from ⟦Nov. 21⟧. → 2023-11-21
  The treaty will be signed on ⟦Nov. 21⟧. → 2024-11-21
  The treaty was signed on ⟦Apr 2⟧. → 2024-04-02
  The treaty was signed on ⟦April 2nd⟧. → 2024-04-02
  The treaty was signed on ⟦the 2nd of April⟧. → 2024-04-02
  The treaty was signed on ⟦Monday, April 29, 2024⟧. → 2024-04-29
  The treaty was signed on ⟦Monday, April 29⟧. → 2024-04-29
  The treaty was signed on ⟦2019-03-03⟧. → 2019-03-03
  The treaty was signed on ⟦25/12/2018⟧. → 2018-12-25
  The treaty was signed in ⟦November⟧. → 2023-11
  The treaty was signed in ⟦March⟧. → 2024-03
  The treaty will be signed in ⟦November⟧. → 2024-11
  The treaty was signed in ⟦May 2018⟧. → 2018-05
  The treaty was signed in ⟦May⟧. → 2024-05
  The treaty was signed ⟦last November⟧. → 2023-11
  The treaty was signed in ⟦November of last year⟧. → 2023-11
  The treaty was signed in ⟦early 2021⟧. → 2021
  The treaty was signed in ⟦mid-2021⟧. → 2021
  The treaty was signed in ⟦late August⟧. → 2023-08
  The treaty was signed in ⟦2013⟧. → 2013
  It has held since ⟦2013⟧. → 2013
  It held from ⟦2015⟧ to ⟦2018⟧. → 2015; 2018
  It held between ⟦2015⟧ and ⟦2018⟧. → 2015; 2018
  It held (⟦2015⟧-⟦2018⟧). → 2015; 2018
  The camp ran on ⟦Nov. 3⟧-⟦5⟧. → 2023-11-03; 2023-11-05
  The camp ran from ⟦March⟧ to ⟦June 2021⟧. → 2021-03; 2021-06
  The ⟦2018⟧ election was close. → 2018
  Voting in the ⟦2012⟧ Olympics row ended. → 2012
  He wrote it in ⟦the 1990s⟧. → 199
  He wrote it in ⟦the early 1980s⟧. → 198
  He wrote it in ⟦the '70s⟧. → 197
  He wrote it in ⟦the nineties⟧. → 199
  The ⟦19th-century⟧ mill burned. → 18
  He wrote it in ⟦the 1960s⟧ and ⟦70s⟧. → 196; 197
  The mill was built in ⟦the 18th century⟧. → 17
  It sold well in ⟦the first quarter of 2022⟧. → 2022-Q1
  It sold well in ⟦the first quarter⟧. → 2024-Q1
  It sold well in ⟦the fourth quarter⟧. → 2023-Q4
  It sold well ⟦last quarter⟧. → 2024-Q1
  It sold well in ⟦the second half of 2022⟧. → 2022-H2
  It sold well in ⟦fiscal 2022⟧. → FY2022
  It snowed ⟦last winter⟧. → 2023-WI
  It was dry in ⟦the summer of 2019⟧. → 2019-SU
  It will be dry ⟦this summer⟧. → 2024-SU
  Shops closed on ⟦Christmas Day⟧. → 2023-12-25
  Shops closed on ⟦Christmas 2021⟧. → 2021-12-25
  Shops closed on ⟦Easter Monday⟧. → 2024-04-01
  Shops closed on ⟦Thanksgiving⟧. → 2023-11-23
  Shops closed on ⟦Labor Day⟧. → 2023-09-04
  The fire comes ⟦a day after⟧ troops seized a depot. → 2024-05-15
  The fire broke out on ⟦Monday⟧. Police came ⟦two days later⟧. → 2024-05-13; 2024-05-15
  The fire broke out on ⟦Monday⟧. A guard quit ⟦a day earlier⟧. → 2024-05-13; 2024-05-12
  The fire broke out on ⟦Monday⟧. It died ⟦the next day⟧. → 2024-05-13; 2024-05-14
  The fire broke out on ⟦Monday⟧. It died ⟦the same day⟧. → 2024-05-13; 2024-05-13
  The fire broke out in ⟦2011⟧. ⟦That year⟧ was dry. → 2011; 2011
  The road opens in ⟦the coming weeks⟧. → PXW
  Rents rose in ⟦the past few years⟧. → PXY
  The office is closed for the day.
  MAYOR RESIGNS ON ⟦THURSDAY⟧ → 2024-05-16
  Mayor Quits After ⟦Three Weeks⟧ → P3W
  Court Frees Banker In ⟦2019⟧ Fraud Case → 2019
  The group met in ⟦April⟧ and in ⟦June of last year⟧. → 2024-04; 2023-06
  It was warm ⟦overnight⟧. → 2024-05-16TNI
  Trains stop from ⟦11 p.m.⟧ on. → 2024-05-16T23:00
  They talked ⟦last Friday night⟧. → 2024-05-10TNI
  The hall closed on ⟦Tuesday⟧, ⟦a day after⟧ the flood reached it. → 2024-05-14; 2024-05-13
  The hall fills ⟦two hours⟧ before the concert opens. → PT2H
  The hall filled ⟦three days⟧ after the flood. → P3D
  The hall opened on ⟦Monday⟧. It had closed ⟦two days before⟧. → 2024-05-13; 2024-05-11
  ⟦Three years⟧ after it sank, the ferry was found. → P3Y
  The ferry was found ⟦months⟧ later. → PXM
  The fire broke out on ⟦Monday⟧. It died ⟦the next morning⟧. → 2024-05-13; 2024-05-14TMO
  The fire broke out on ⟦Monday⟧. ⟦That night⟧ it died. → 2024-05-13; 2024-05-13TNI
  The dam broke on ⟦May 3, 2019⟧. Until ⟦that date⟧ it was safe. → 2019-05-03; 2019-05-03
  Sales rose in ⟦the first quarter⟧ from ⟦the same period of 2021⟧. → 2024-Q1; 2021-Q1
  Sales rose in ⟦the first quarter⟧ from ⟦the year-ago quarter⟧. → 2024-Q1; 2023-Q1
  Sales rose in ⟦April⟧ from ⟦the same month last year⟧. → 2024-04; 2023-04
  Sales rose in ⟦Q1 2022⟧ and fell in ⟦Q2⟧. → 2022-Q1; 2024-Q2
  Sales rose in ⟦FY2022⟧. → FY2022
  Sales rose in ⟦the third fiscal quarter of 2022⟧. → 2022-Q3
  The plane landed at ⟦0815 UTC⟧ in fog. → 2024-05-16T08:15Z
  The plane landed at ⟦around 4 pm on Sunday⟧. → 2024-05-12T16:00
  The plane landed ⟦late on Sunday night⟧. → 2024-05-12TNI
  The plane landed in ⟦the early hours of Monday⟧. → 2024-05-13TMO
  The plane landed on ⟦the evening of April 2⟧. → 2024-04-02TEV
  The plane landed in ⟦mid-April⟧. → 2024-04
  A ⟦57-day⟧ strike ended. → P57D
  The ⟦57-day⟧ strike ended. → P57D
  The ⟦April 15⟧ deadline passed. → 2024-04-15
  A ⟦week-long⟧ fair and a ⟦multi-year⟧ plan began. → P1W; PXY
  The siege lasted ⟦a full day⟧. → P1D
  The siege lasted ⟦the whole week⟧. → P1W
  The choir sings ⟦every second year⟧. → SET P2Y
  The camp ran on ⟦3⟧ and ⟦4 April⟧. → 2024-04-03; 2024-04-04
  The ⟦2019⟧ rebuilt mill burned. → 2019
  Mayor opens Expo ⟦2019⟧ → 2019
  May I come in?
  They may march against the ban.
  April Jones sings well.
  Ms June Weaver sings well.
  Theresa May sang well.
  The March of the Penguins won.
  He read it in the Sunday Times.
  The crowd was 2025 people.
  It cost $2013 in all.
  About 2,000 houses burned.
  The second man ran.
  In the second half of the game they scored.
  A quarter of voters stayed away.
  They won 3-5 and lost 2-1.
  Call 555-1234 for help.
  He walked 1999 metres.
  She sat in the sun.
  The fall of the wall hurt trade.
  They sprang a trap and will wed.
  He had seconds of soup.
  Boeing built a 747 and a 777.
  He was the man of the year.
  At the end of the day, it hardly matters.
  The paper is a daily mail for all.
  He gave it a second chance.
  Version 10.2.3 is out.
  Springfield won, and Winterbourne lost.
  Article 2010 bars it.
  The council passed Resolution 1973
  They left in Unit 2012
  It sold 1700 boats.
  It was No. 1 in the charts.
  A lot of people came, 40 in all.
  Dec is his nickname and Jan is hers.
  """
