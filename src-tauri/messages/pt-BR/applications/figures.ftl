# Figures and columns of accounts that have applications and count minutes. Each replaces the sentence of its key.

calls = Minutos
calls-left = Minutos restantes
pay-per-use = Excedente
per-call = por minuto
column-calls = Minutos
column-pay-per-use = Excedente
column-service = Aplicação
column-region = Aplicação
column-project = Tipo de consumo
default-project = aulas
chart-default-project = aulas
stacked-by-project = Por tipo de consumo
column-per-call = Por minuto
column-imported-calls = Segundos de presença
column-hour = Dia

chart-billed = Excedente
chart-pay-per-use-charges = Excedente

line-usage = excedente
movement-usage = excedente
rounding = Arredondamento das cobranças diárias ao centavo
charge = Cobrança deste dia

figure-calls = { $count ->
    [1] { $shown } minuto
   *[other] { $shown } minutos
  }
