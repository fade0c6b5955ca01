# The account: its contract, its rules, its level and its credit limit.

screen-account = Conta
account-verdict = { $name }: { $provider }, nível { $level }, em { $currency }.
account-contract = Contrato
contract-name = Nome
account-number = Número nos livros contábeis
account-provider = Provedor e regras
account-currency = Moeda
account-zone = Fuso
account-opened = Aberta em
account-prices = Preços
account-delay = Atraso da liquidação
account-delay-minutes = { $count ->
    [0] nenhum: cada período é liquidado ao terminar
    [1] um minuto após o fim do período
   *[other] { $shown } minutos após o fim do período
  }
contract-level = Nível do cliente
account-level-same = { $level }; nestas regras todos os níveis são iguais
account-level-since = { $level }, desde { $at }
account-limit = Limite de crédito
account-limit-drawn = { $limit }, com crédito usado de { $drawn }
change-level = Alterar o nível
change-limit = Alterar o limite de crédito
account-levels = Fases do débito por nível do cliente
column-level = Nível
column-grace = Carência (dias)
column-retention = Retenção (dias)
level-own = o seu
level-every = todos os níveis
account-rules = Regras do provedor
account-rules-note = Tiradas das páginas do próprio provedor; cada regra indica a fonte.
rule-id = Regra
rule-source = Fonte
rule-source-none = decisão deste programa; o provedor não publica nada a respeito

policy-settled-hourly = O consumo é liquidado a cada hora cheia.
policy-settled-daily = O consumo de um dia é liquidado no dia seguinte, { $a } horas após a meia-noite.
policy-uncovered-pay-per-use = O que nenhum pacote paga passa na hora ao pagamento por uso, sem confirmação.
policy-uncovered-suspend = O que nenhum pacote paga suspende a aplicação, a menos que o excedente dela esteja ligado.
policy-order-oldest = Os pacotes pagam na ordem em que chegaram; primeiro os do projeto da chamada.
policy-order-earliest-end = Primeiro pagam os pacotes gratuitos, depois os que terminam antes.
policy-grace-works = Durante a carência tudo funciona e é cobrado; compras e renovações são recusadas.
policy-grace-classes = Durante a carência as aulas em andamento continuam e são cobradas; novas aulas, compras e renovações são recusadas.
policy-stops-pay-per-use = Depois da carência o pagamento por uso é recusado; os pacotes continuam pagando.
policy-stops-everything = Depois da carência todas as aplicações param, mesmo com cota de pacote restante.
policy-arrears-end = O débito termina assim que a última dívida é paga; um pagamento parcial não interrompe nem reinicia o prazo.
policy-expiry-told = O fim de um pacote é avisado { $a } dias antes, às { $b }.
policy-auto-renewal-before = A renovação automática é tentada às { $a }, todos os dias, de até { $b } dias antes do fim até o próprio dia.
policy-auto-renewal-after = A renovação automática é tentada às { $a } no dia do fim e nos { $b } dias seguintes.
policy-renewed-from-end = Uma renovação feita depois do fim conta a partir do fim original.
policy-renewed-from-renewal = Uma renovação feita depois do fim conta a partir da renovação.
policy-no-refund = Pacotes não podem ser devolvidos.
policy-refund = Um pacote pode ser devolvido em até { $a } dias corridos, se nada dele foi usado.
policy-refund-hours = Um pacote pode ser devolvido por inteiro em até { $a } vezes 24 horas.
policy-refund-ever = Pacotes que uma conta pode devolver assim, em toda a sua existência: { $a }.
policy-refund-a-year = Pacotes que uma conta pode devolver assim por ano civil: { $a }.
policy-refund-formula = De um pacote devolvido mais tarde, o provedor retém o que foi consumido e uma taxa de processamento.
policy-balance-alert = O alerta de saldo avisa na hora, de novo após { $a } horas e depois a cada { $b } dias.
policy-bill-final = A fatura fecha no dia { $a } do mês seguinte e pode ser exportada a partir do dia { $b }, às { $c }.

level-title = Nível do cliente
level-choose = Nível
level-what = O que isso significa
level-grace = Carência
level-retention = Retenção
level-days = { $count ->
    [1] um dia
   *[other] { $shown } dias
  }
level-freezes = Congelamento
level-releases = Exclusão
level-suppose = Datas como se a liquidação de { $at } não pudesse ser paga.
level-same = Nada muda: os prazos são os mesmos nos dois níveis.
level-kept = O débito atual mantém os prazos com que começou: a conta congela em { $at }, seja qual for o nível.
level-records = Registra o que o provedor decidiu; vale a partir de agora.
level-confirm = Alterar o nível para { $level }
level-changed = O nível agora é { $level }.
limit-title = Limite de crédito
limit-hint = De { $lowest } a { $highest }. O crédito já usado continua usado.
limit-arrears-stay = O débito de { $amount } continua: aumentar o limite não quita débito. Uma recarga, sim.
limit-type = Digite um limite para ver o que resulta dele.
limit-confirm = Definir o limite de crédito em { $amount }
limit-set = O limite de crédito agora é { $amount }.
