# Formulas and their inputs for accounts that have applications and count minutes. Each replaces the sentence of its key.

formula-charge-amount = Minutos × preço por minuto, parte a parte, cortado em 8 casas decimais
formula-bill-total = Excedente + compras + renovações + pacotes devolvidos + correções
formula-bill-usage = Cobranças diárias, cada uma arredondada ao centavo, meio centavo para cima
formula-correction-money = A cobrança com estes minutos, menos a cobrança sem eles
formula-price-of-next-call = A lista de preços, na faixa a que chegaram os minutos excedentes deste mês
formula-usage-calls = Segundos de todos, somados por aplicação e dia, arredondados para cima em minutos
formula-usage-paid-by = Primeiro os pacotes, na ordem deles; o resto é excedente
formula-usage-from-packages = Minutos pagos por um pacote
formula-usage-billed = Minutos que nenhum pacote pagou, com o excedente ligado
formula-calls-from-packages = Um pacote da aplicação tinha cota restante
formula-calls-billed = Nenhum pacote em vigor tinha cota restante para eles, e o excedente estava ligado
formula-usage-charged = Cobranças diárias destes minutos, cada uma arredondada ao centavo, meio centavo para cima; minutos sem cobertura não custam nada
formula-calls-today = Minutos desde a meia-noite do provedor
formula-usual-day = Minutos dos 28 dias anteriores ÷ dias com consumo, arredondado
formula-import-cost = Custo de cada linha: os minutos excedentes dela, cada dia arredondado ao centavo, meio centavo para cima
formula-import-calls = Segundos de presença nas linhas que contam; cada linha conta uma vez. Os minutos são os do total acumulado por aplicação e dia
formula-change-settlement = A cobrança do dia, menos o que saiu do crédito ou ficou em débito
formula-package-used = Minutos que este pacote pagou neste ciclo
formula-charges = Cobranças com minutos excedentes
formula-charge-period = O dia em que os minutos foram usados, no fuso do provedor

input-resource = Aplicação
input-period = Dia
input-calls = Minutos
input-unit-price = Preço por minuto
input-bill-usage = Excedente
input-charge-with = Cobrança com estes minutos
input-billed = Excedente
input-calls-this-month = Minutos excedentes neste mês
formula-amortised-usage = Excedente, como foi movimentado nos dias do consumo
formula-amortised-cost = Excedente + parcelas de pacotes
formula-reason-calls = Minutos que nenhum pacote pôde pagar, por este motivo
formula-reason-charged = O que estes minutos custaram, porque nenhum pacote pôde pagá-los
formula-reasons-charged = O que custaram os minutos de cada motivo, e o arredondamento de cada cobrança ao centavo
formula-reasons-open = O que custariam os minutos de cada motivo, se os dias em aberto fossem liquidados agora
input-billed-money = Excedente
