/// Invented sentences with the quotations that they hold; ``CorpusCase`` tells how a line is read.
let englishCorpus = #"""
  # text | speaker > relay > … | cue | content | what else (direct, mixed, question, request, denial, no-comment, no-response; indirect statement where nothing is said)
  # A line that begins with + is a further quotation of the text above. A text with "-" has none. [implied] marks a link named elsewhere, ? an unnamed source.
  # said that
  The mayor said that the bridge would stay shut until spring. | The mayor | said | the bridge would stay shut until spring
  Harbour master Lena Brandt said the ferry had struck a rock. | Harbour master Lena Brandt | said | the ferry had struck a rock
  Lena Brandt, the harbour master, said the ferry had struck a rock. | Lena Brandt | said | the ferry had struck a rock
  Tom Okafor, who runs the mine, said on Monday that two shafts had flooded. | Tom Okafor | said | two shafts had flooded
  The ministry announced on Tuesday that the reactor had been switched off. | The ministry | announced | the reactor had been switched off
  Police confirmed that a third man had been arrested. | Police | confirmed | a third man had been arrested
  The company has said it will appeal against the fine. | The company | has said | it will appeal against the fine
  Judge Maria Costa ruled that the documents must be handed over. | Judge Maria Costa | ruled | the documents must be handed over
  Coach Petra Lund insisted her team had played by the rules. | Coach Petra Lund | insisted | her team had played by the rules
  He warned that the dam could burst within hours. | He | warned | the dam could burst within hours
  The union said in a statement that drivers would walk out on Friday. | The union | said | drivers would walk out on Friday
  The finance minister told parliament that taxes would not rise. | The finance minister | told | taxes would not rise
  Okafor told the inspectors on March 3 that the pumps had failed. | Okafor | told | the pumps had failed
  Brandt told her deputy in a telephone call last week that she would resign. | Brandt | told | she would resign
  The airline acknowledged that it had ignored two warnings. | The airline | acknowledged | it had ignored two warnings
  Two officials briefed on the matter said the talks had collapsed. | Two officials briefed on the matter? | said | the talks had collapsed
  A source close to the family said the will had been forged. | A source close to the family? | said | the will had been forged
  People familiar with the plan said the factory would close. | People familiar with the plan? | said | the factory would close
  Independent analysts say the figures do not add up. | Independent analysts? | say | the figures do not add up
  Residents said the smoke had been visible for miles. | Residents? | said | the smoke had been visible for miles
  The report found that the valves were badly worn. | The report | found | the valves were badly worn
  # behind what is said
  The bridge would stay shut until spring, the mayor said. | the mayor | said | The bridge would stay shut until spring
  The ferry had struck a rock, said harbour master Lena Brandt. | harbour master Lena Brandt | said | The ferry had struck a rock
  Two shafts had flooded overnight, Tom Okafor said on Monday. | Tom Okafor | said | Two shafts had flooded overnight
  The talks had collapsed, two officials told Reuters. | two officials? > Reuters | told | The talks had collapsed
  The pumps, Okafor said, had failed twice before. | Okafor | said | The pumps, Okafor said, had failed twice before
  The fine was unjust, the company added. | the company | added | The fine was unjust
  # direct
  “We will rebuild the school,” the mayor said. | the mayor | said | We will rebuild the school | direct
  “We will rebuild the school,” said Lena Brandt, mayor of Holm. | Lena Brandt | said | We will rebuild the school | direct
  Lena Brandt said: “We will rebuild the school.” | Lena Brandt | said | We will rebuild the school. | direct
  Brandt told reporters on Friday: “The storm took everything.” | Brandt | told | The storm took everything. | direct
  “The storm,” Brandt said, “took everything.” | Brandt | said | The storm,” Brandt said, “took everything. | direct
  “Who pays for this?” asked Tom Okafor. | Tom Okafor | asked | Who pays for this? | direct question
  “Never again!” Okafor shouted. | Okafor | shouted | Never again! | direct
  "We lost the harbour. We lost the boats," Okafor said. | Okafor | said | We lost the harbour. We lost the boats | direct
  “It was deliberate,” Judge Maria Costa wrote in her ruling. | Judge Maria Costa | wrote | It was deliberate | direct
  “It was deliberate,” Costa said. “They knew the risk.” | Costa | said | It was deliberate | direct
  + | Costa [implied] | – | They knew the risk. | direct
  Lena Brandt: ‘We will rebuild the school’ | Lena Brandt | : | We will rebuild the school | direct
  “The oil is gone from the bay,” according to the port authority. | the port authority | according to | “The oil is gone from the bay,” | mixed
  “Nothing was taken,” Tom Okafor, who runs the mine, said. | Tom Okafor | said | Nothing was taken | direct
  “We have no water,” said one resident. | one resident? | said | We have no water | direct
  # mixed
  The mayor said the storm had “taken everything” from the town. | The mayor | said | the storm had “taken everything” from the town | mixed
  Okafor expressed “deep sorrow for the families” of the miners. | Okafor | expressed | “deep sorrow for the families” of the miners | mixed
  The ministry said that the dam was “safe for now”. | The ministry | said | the dam was “safe for now” | mixed
  Brandt called the ruling “a licence to pollute”. | Brandt | called | the ruling “a licence to pollute” | mixed
  The company described the leak as “a minor event”. | The company | described | the leak as “a minor event” | mixed
  # according to
  According to the coastguard, the ferry had struck a rock. | the coastguard | According to | the ferry had struck a rock
  The ferry had struck a rock, according to the coastguard. | the coastguard | according to | The ferry had struck a rock
  The ferry, according to the coastguard, had struck a rock. | the coastguard | according to | The ferry, according to the coastguard, had struck a rock
  According to two officials, the talks had collapsed. | two officials? | According to | the talks had collapsed
  According to court papers, the money went to a shell company. | court papers | According to | the money went to a shell company
  # chains
  According to a Reuters report citing two officials, Brandt told Okafor that the deal was dead. | two officials? > a Reuters report | According to | Brandt told Okafor that the deal was dead
  + | Brandt > two officials? > a Reuters report | told | the deal was dead
  Brandt told Okafor in a call on May 3 that the deal was dead, sources have told Reuters. | sources? > Reuters | have told | Brandt told Okafor in a call on May 3 that the deal was dead
  + | Brandt > sources? > Reuters | told | the deal was dead
  State news agency Xinhua reported that the minister told the envoy that talks would resume. | State news agency Xinhua | reported | the minister told the envoy that talks would resume
  + | the minister > State news agency Xinhua | told | talks would resume
  Xinhua quoted the minister as saying that talks would resume. | the minister > Xinhua | saying | talks would resume
  “Talks will resume,” the minister said, according to Xinhua. | Xinhua | according to | “Talks will resume,” the minister said | mixed
  + | the minister > Xinhua | said | Talks will resume | direct
  In an interview with Politico, Brandt said the deal was dead. | Brandt > Politico | said | the deal was dead
  Sources consulted by Reuters revealed that the deal was dead. | Sources consulted by Reuters? > Reuters | revealed | the deal was dead
  Reuters reported on Monday, citing two officials, that the deal was dead. | two officials? > Reuters | reported | the deal was dead
  # requests, questions, denials, silence
  Brandt urged the council to repair the wall. | Brandt | urged | to repair the wall | request
  The court ordered the company to pay for the damage. | The court | ordered | to pay for the damage | request
  The union called on the minister to resign. | The union | called on | to resign | request
  The envoy asked whether the prisoners were alive. | The envoy | asked | whether the prisoners were alive | question
  The company denied that the valves were worn. | The company | denied | the valves were worn | denial
  Okafor denied the accusations. | Okafor | denied | the accusations | denial
  The company declined to comment. | The company | declined to comment | declined to comment | no-comment
  A spokeswoman for the port did not respond to a request for comment. | A spokeswoman for the port | did not respond | did not respond to a request for comment | no-response
  The embassy has not commented on the arrest. | The embassy | has not commented | has not commented on the arrest | no-comment
  Reuters requested comment from the port authority on the leak. It did not respond. | Reuters | requested comment | the leak | question
  + | It | did not respond | did not respond | no-response
  # several in one sentence
  Brandt said the wall was safe, but Okafor warned that it would fall. | Brandt | said | the wall was safe
  + | Okafor | warned | it would fall
  The mayor said the bridge was shut and urged drivers to stay home. | The mayor | said | the bridge was shut
  + | The mayor [implied] | urged | to stay home | request
  Brandt said the wall was safe, adding that it had been tested. | Brandt | said | the wall was safe
  + | Brandt [implied] | adding | it had been tested
  Okafor’s claim that the pumps were new was false. | Okafor | claim | the pumps were new
  # none
  The ship was carrying a “dirty” cargo. | -
  He starred in “The Long Winter” and two other films. | -
  Police arrested a third man on Monday. | -
  The report was published on Tuesday. | -
  The ministry did not say when the bridge would open. | -
  A statement is expected later today. | -
  The United States won the match. | -
  They call him “Tiny”. | -
  The call lasted an hour. | -
  Her claims were investigated by police. | -
  # what is linked to what
  Okafor blamed the crash on poor maintenance. | Okafor | blamed | the crash on poor maintenance
  Okafor linked the seizure to the drug trade. | Okafor | linked | the seizure to the drug trade
  Several local papers pointed to that country as a refuge. | Several local papers | pointed to | that country as a refuge
  Okafor portrayed the vote as rigged. | Okafor | portrayed | the vote as rigged
  The order outlined that drivers would pay a tax. | The order | outlined | drivers would pay a tax
  # who speaks
  Norvik shareholders have sold their stock, arguing that the offer must be improved. | Norvik shareholders [implied] | arguing | the offer must be improved
  Peter Cole, managing director for Halvern Group, which owns the mill, said the roof had gone. | Peter Cole | said | the roof had gone
  A ferry was delayed in Quito after a steward accused them of stealing blankets. | a steward? | accused | stealing blankets
  Previously the union sent out an advisory, claiming the pumps “could hurt” people. | the union [implied] | claiming | the pumps “could hurt” people | mixed
  Halvern Brook & Lodge analyst Brian Marsh estimated that the charge was a tax. | Halvern Brook & Lodge analyst Brian Marsh | estimated | the charge was a tax
  One of them, who asked for shelter, said the road was gone. | One of them? | said | the road was gone
  The flood thrust the town into the news and underscored the challenges that crews face. | -
  Okafor told the players of his decision on Sunday after the win at Lima and they never leaked it. | -
  Okafor called Monday's vote “a disgrace”. | Okafor | called | Monday's vote “a disgrace” | mixed
  “We want peace,” said Tom Okafor, leader of the miners to The Associated Press. | Tom Okafor > The Associated Press | said | We want peace | direct
  # through whom it came
  Okafor was quoted as saying by the Lodi Herald that the pump was new. | Okafor > the Lodi Herald | was quoted as saying by the Lodi Herald | the pump was new
  Okafor said through a lawyer that the pump was new. | Okafor > a lawyer? | said | the pump was new
  The pump was new, the Herald reported without naming its sources. | the Herald | reported | The pump was new
  The pump was new, according to two fitters, who asked not to be named because the matter is private. | two fitters? | according to | The pump was new
  The pump is old, say plumbers at the Lodi Institute. | plumbers at the Lodi Institute | say | The pump is old
  Holm said he had been told by Okafor that the pump was new. | Holm | said | he had been told by Okafor that the pump was new
  + | Okafor > Holm | told | the pump was new
  Okafor, in a video posted online, claimed responsibility for the leak. | -
  Okafor went through the gate and said that the pump was new. | Okafor [implied] | said | the pump was new
  # a second attribution behind the first
  The pump is new, the mayor said, while the council accused the fitters of fraud. | the mayor | said | The pump is new
  + | the council | accused | fraud
  """#
