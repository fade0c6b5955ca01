# Sheets of accounts that have applications and count minutes. Each replaces the sentence of its key.

calls-for = { $count ->
    [1] minuto por { $term }
   *[other] minutos por { $term }
  }
before-it = { $count ->
    [1] depois de um minuto de outros pacotes
   *[other] depois de { $shown } minutos de outros pacotes
  }
buy-confirm = { $count ->
    [1] Comprar um minuto para { $place }, { $price }
   *[other] Comprar { $shown } minutos para { $place }, { $price }
  }
bought = { $sku } comprado para { $place }, { $price }. Disponível agora: { $spendable }.
renew-term-calls = { $count ->
    [1] Um minuto
   *[other] { $shown } minutos
  }
auto-renew-assumes = O consumo em aberto é liquidado antes; minutos a partir de agora e pagamentos futuros não entram na conta.

tail-settlement = Minutos já usados ainda são cobrados
lost-calls = { $count ->
    [0] Nada: não resta nenhum minuto pago.
    [1] Um minuto pago se perde na hora. Isso não pode ser desfeito.
   *[other] { $shown } minutos pagos se perdem na hora. Isso não pode ser desfeito.
  }
kept-calls = { $count ->
    [0] Nada: não resta nenhum minuto pago.
    [1] Nada por ora: um minuto pago pode ser usado até { $until }. O que restar então expira.
   *[other] Nada por ora: { $shown } minutos pagos podem ser usados até { $until }. O que restar então expira.
  }
disable-title = Desativar { $region }
enable-title = Ativar { $region }
disable-name = Desativar { $region }
enable-name = Ativar { $region }
disable-what = Novas aulas em { $region } são recusadas a partir de agora, até uma nova ativação.
enable-what = Aulas em { $region } são aceitas a partir de agora, desde que nada mais impeça.
enable-price = Um minuto excedente
held-back-none = Nenhum minuto pago fica sem uso.
disabled = { $region } foi desativada.
enabled = { $region } foi ativada.

import-source-hint = Nome da sala de aula ou da exportação. Cada id de registro conta uma vez por fonte, e as regras dela ficam guardadas.
rules = Como ler a presença
import-sentence = { $count ->
    [0] Ninguém participou aqui.
    [1] Um minuto, { $cost }.
   *[other] { $shown } minutos, { $cost } ao todo.
  }
import-enables = Cria (as aulas provam que já existia): { $services }.
import-uncovered = { $count ->
    [1] Nenhum pacote tem cota para um destes minutos, e o excedente não pode pagá-lo. Ele não custa nada.
   *[other] Nenhum pacote tem cota para { $shown } destes minutos, e o excedente não pode pagá-los. Eles não custam nada.
  }
import-refused = { $count ->
    [1] Um segundo de { $name } não é medido: { $reason }.
   *[other] { $shown } segundos de { $name } não são medidos: { $reason }.
  }
import-lines = Quanto custa, por aplicação
fact-billable = Segundos de presença
import-confirm = { $count ->
    [1] Importar um minuto
   *[other] Importar { $shown } minutos
  }
imported = { $count ->
    [1] Um minuto importado, { $cost }. Saldo: { $balance }.
   *[other] { $shown } minutos importados, { $cost }. Saldo: { $balance }.
  }

error-no-rules = A fonte ainda não tem regras. Diga como a presença deve ser lida.
error-not-enabled = A aplicação não está ativada.
error-already-enabled = A aplicação já existe e está ativada.
error-unknown-resource = A conta nunca teve esta aplicação.
error-no-price = A lista de preços não tem preço de minuto nessa data.
instead-of = · excedente
