/// Invented sentences of a text dated Thursday 16 May 2024, 10:00, one a line: the time expressions are marked, their values follow the
/// arrow in order. A line without marks holds no time expression. A free article is part of the expression ("o verão de 2019"), one
/// that has run into its preposition is not ("no ⟦ano passado⟧").
let portugueseCorpus = """
  O juiz decidiu na ⟦quinta-feira⟧. → 2024-05-16
  O juiz decidirá na ⟦segunda-feira⟧. → 2024-05-20
  O juiz decidiu na ⟦última terça-feira⟧. → 2024-05-14
  O juiz decidiu na ⟦sexta passada⟧. → 2024-05-10
  O juiz decidiu nesta ⟦quarta (15)⟧. → 2024-05-15
  O juiz decidiu no ⟦domingo passado⟧. → 2024-05-12
  O juiz decidirá no ⟦próximo sábado⟧. → 2024-05-18
  A ponte ficará fechada até ⟦sábado⟧. → 2024-05-18
  Chegou ⟦hoje⟧. Partiu ⟦ontem⟧. Voltará ⟦amanhã⟧. → 2024-05-16; 2024-05-15; 2024-05-17
  Chegou ⟦anteontem⟧ e voltará ⟦depois de amanhã⟧. → 2024-05-14; 2024-05-18
  Chegou ⟦ontem à noite⟧. → 2024-05-15TNI
  Chegou ⟦hoje de manhã⟧. → 2024-05-16TMO
  Chegou nesta ⟦manhã⟧. → 2024-05-16TMO
  Chegou na ⟦manhã de terça-feira⟧. → 2024-05-14TMO
  Chegou na ⟦noite de ontem⟧. → 2024-05-15TNI
  O barco saiu às ⟦14h30⟧. → 2024-05-16T14:30
  O barco saiu às ⟦14h⟧. → 2024-05-16T14:00
  O barco saiu ⟦às 9 horas⟧ da manhã. → PT9H
  O barco saiu ao ⟦meio-dia⟧. → 2024-05-16T12:00
  O barco saiu às ⟦18:00 GMT⟧. → 2024-05-16T18:00Z
  Choveu ⟦esta semana⟧. → 2024-W20
  Choveu na ⟦semana passada⟧. → 2024-W19
  Vai chover na ⟦próxima semana⟧. → 2024-W21
  Choverá na ⟦semana que vem⟧. → 2024-W21
  Choveu no ⟦mês passado⟧. → 2024-04
  Os preços subiram no ⟦ano passado⟧. → 2023
  Os preços subiram neste ⟦ano⟧. → 2024
  Os preços subirão no ⟦próximo ano⟧. → 2025
  Os preços subirão no ⟦ano que vem⟧. → 2025
  Os preços subiram no ⟦início deste ano⟧. → 2024
  Os preços subiram em ⟦meados de agosto⟧. → 2023-08
  Os preços subiram no ⟦final de 2021⟧. → 2021
  Ganhou no ⟦fim de semana passado⟧. → 2024-W19-WE
  Joga neste ⟦fim de semana⟧. → 2024-W20-WE
  Morreram ⟦há dois dias⟧. → 2024-05-14
  Morreram ⟦há três semanas⟧. → 2024-W17
  A barragem rompeu ⟦cinco meses atrás⟧. → 2023-12
  A barragem rompeu ⟦há dez anos⟧. → 2014
  A ministra negou ⟦há alguns dias⟧. → PAST_REF
  Canta na praça ⟦há dez anos⟧ que ninguém conta. → P10Y
  A lei vence ⟦dentro de dois meses⟧. → 2024-07
  A lei vence ⟦daqui a dois meses⟧. → 2024-07
  Ele negou ⟦recentemente⟧. ⟦Agora⟧ dirige nove minas. → PAST_REF; PRESENT_REF
  Em ⟦breve⟧ fechará a mina. → FUTURE_REF
  No ⟦futuro⟧ fechará a mina. → FUTURE_REF
  O cerco durou ⟦17 dias⟧. → P17D
  O cerco durou ⟦mais de duas semanas⟧. → P2W
  O cerco durou ⟦dois anos e três meses⟧. → P2Y3M
  O cerco durou ⟦vinte e cinco dias⟧. → P25D
  O cerco durou ⟦dois anos e meio⟧. → P2.5Y
  O cerco durou ⟦meio século⟧. → P50Y
  O cerco durou ⟦meses⟧. → PXM
  É o pior dado em ⟦décadas⟧. → PXDE
  Caiu nos ⟦últimos seis meses⟧. → P6M
  Caiu nos ⟦últimos anos⟧. → PXY
  Tem ⟦45 anos⟧. → P45Y
  Vai durar de ⟦oito⟧ a ⟦dez meses⟧. → P8M; P10M
  Canta ⟦toda sexta-feira⟧. → SET XXXX-WXX-5
  Canta às ⟦sextas-feiras⟧. → SET XXXX-WXX-5
  Canta ⟦todos os dias⟧. → SET P1D
  Canta a ⟦cada duas semanas⟧. → SET P2W
  Canta duas vezes ⟦por semana⟧. → SET P1W
  Canta duas vezes ⟦ao mês⟧. → SET P1M
  Celebra uma feira ⟦anual⟧. → SET P1Y
  O pacto foi assinado em ⟦3 de março de 2019⟧. → 2019-03-03
  O pacto foi assinado no ⟦dia 3 de março⟧. → 2024-03-03
  O pacto foi assinado na ⟦segunda-feira, 29 de abril⟧. → 2024-04-29
  O pacto foi assinado em ⟦21 de novembro⟧. → 2023-11-21
  O pacto será assinado em ⟦21 de novembro⟧. → 2024-11-21
  O pacto foi assinado em ⟦25/12/2018⟧. → 2018-12-25
  O pacto foi assinado em ⟦novembro⟧. → 2023-11
  O pacto foi assinado em ⟦maio de 2018⟧. → 2018-05
  O pacto foi assinado em ⟦novembro do ano passado⟧. → 2023-11
  O pacto vigora desde ⟦2013⟧. → 2013
  O pacto vigorou de ⟦2015⟧ a ⟦2018⟧. → 2015; 2018
  O pacto vigorou entre ⟦janeiro⟧ e ⟦março de 2021⟧. → 2021-01; 2021-03
  A feira foi de ⟦3⟧ a ⟦5 de abril⟧. → 2024-04-03; 2024-04-05
  A feira foi nos ⟦dias 3⟧ e ⟦4 de abril⟧. → 2024-04-03; 2024-04-04
  Escreveu nos ⟦anos 90⟧. → 199
  Escreveu na ⟦década de 1980⟧. → 198
  Escreveu no ⟦século XIX⟧. → 18
  Vendeu bem no ⟦primeiro trimestre de 2022⟧. → 2022-Q1
  Vendeu bem no ⟦segundo semestre do ano passado⟧. → 2023-H2
  Vendeu mais no ⟦primeiro trimestre⟧ do que no ⟦mesmo período de 2021⟧. → 2024-Q1; 2021-Q1
  Nevou no ⟦inverno passado⟧. → 2023-WI
  Foi seco ⟦o verão de 2019⟧. → 2019-SU
  Fechou no ⟦Natal⟧. → 2023-12-25
  Fechou na ⟦Sexta-feira Santa⟧. → 2024-03-29
  O incêndio foi na ⟦segunda-feira⟧. A polícia chegou ⟦dois dias depois⟧. → 2024-05-13; 2024-05-15
  O incêndio foi na ⟦segunda-feira⟧. Morreu no ⟦dia seguinte⟧. → 2024-05-13; 2024-05-14
  O incêndio começou ⟦dois dias⟧ depois da feira. → P2D
  Reuniram-se em ⟦2011⟧. Nesse ⟦ano⟧ não choveu. → 2011; 2011
  A lei vigora desde ⟦há dois anos⟧. → P2Y
  O juiz decidiu ⟦segunda-feira, 13 de maio⟧, e saiu. → 2024-05-13
  O prefeito renunciou no ⟦dia 12 deste mês⟧. → 2024-05-12
  O barco saiu na ⟦terça-feira, às 15h⟧. → 2024-05-14T15:00
  Esperou ⟦quase duas horas⟧. → PT2H
  A obra, prevista para ⟦setembro⟧, parou. → 2024-09
  O incêndio foi no ⟦dia 3 de abril de 2019⟧. Até ⟦essa data⟧ não chovia. → 2019-04-03; 2019-04-03
  Desde ⟦então⟧ não chove. → PAST_REF
  É um plano a ⟦longo prazo⟧. → FUTURE_REF
  A feira ⟦mensal⟧ abriu. → SET P1M
  Caiu nas ⟦últimas 24 horas⟧. → PT24H
  Bom dia a todos.
  Vieram 2025 pessoas.
  O segundo homem correu.
  A segunda casa ardeu.
  Domingos Paiva cantou bem.
  Corre 1999 metros.
  Ganharam por 3-1.
  A sexta rodada começou.
  Os preços subiram quase 3 por cento.
  A lei número 1990 proíbe isso.
  Saiu tarde demais.
  A mesma mulher cantou.
  O quarto homem correu.
  Um terço dos eleitores não foi.
  Ligue para 555-1234.
  Maio Ruiz cantou bem.
  Ganhou um prêmio no Porto.
  A versão 10.2.3 saiu.
  Custou 2013 euros no total.
  Há uma ponte nova na cidade.
  A quinta fica longe da cidade.
  """
