# Applications: made, suspended and why, overage. What is said of them otherwise than of services stands in `applications/`.

column-application = Aplicação
do-application = Criar uma aplicação
applications-title = Aplicações
applications-caption = Cada uma mostra se funciona, o que a suspende e o que paga o próximo minuto.
applications-none = Nenhuma aplicação nesta conta.
applications-none-detail = Um pacote é comprado para uma aplicação, e as aulas acontecem dentro dela.

application-new = Criar uma aplicação
application-what = As aulas acontecem em uma aplicação. Ela fica suspensa até ter um pacote; a compra é o próximo passo.
application-name = Nome da aplicação
application-name-hint = Como se chama no provedor, ou nos arquivos de presença.
application-free = Criar não custa nada.
application-known = { $application } já existia: será ativada de novo.
application-make = Criar { $application }
application-made = { $application } foi criada.
application-state-of = estado de { $application }
application-enabled = Ativa
application-disabled = Desativada
application-suspended = Suspensa
application-released = Excluída
application-banned = Banida
what-becomes-of = O que acontece com { $application }

cause-arrears = Débito
cause-arrears-means = O período de carência acabou: todas as aplicações da conta param, mesmo com cota de pacote restante.
cause-arrears-ends = Termina assim que todo o débito for pago.
cause-quota = Cota esgotada
cause-quota-means = Os pacotes em vigor se esgotaram e o excedente está desligado: novas aulas são recusadas; as que estão em andamento continuam e não custam nada.
cause-quota-ends = Termina quando o excedente for ligado ou outro pacote for comprado.
cause-expired = Sem pacote
cause-expired-means = Não há pacote em vigor, e o pacote é a licença para funcionar, com o excedente ligado ou não: novas aulas são recusadas.
cause-expired-ends = Termina quando um pacote for comprado ou renovado.
cause-manual = Desativada
cause-manual-means = Você a desativou: as aulas dela são recusadas.
cause-manual-ends = Termina quando você a ativar.
cause-banned = Banida
cause-told = { $cause }.
cause-banned-means = O provedor a suspendeu por uma violação.
cause-banned-ends = É definitivo.

overage-on = Excedente ligado
overage-off = Excedente desligado
overage-do-on = Ligar excedente
overage-do-off = Desligar excedente
overage-switch-on = Ligar o excedente de { $application }
overage-switch-off = Desligar o excedente de { $application }
overage-on-title = Ligar o excedente de { $application }
overage-off-title = Desligar o excedente de { $application }
overage-on-what = Minutos além dos pacotes são cobrados enquanto houver um pacote em vigor. Quando o último terminar, a aplicação é suspensa mesmo assim.
overage-off-what = Minutos além dos pacotes não custam nada. Quando os pacotes se esgotarem, a aplicação é suspensa.
overage-left = Os pacotes ainda pagam
overage-price = Um minuto além deles
overage-no-price = nenhum preço em vigor: nada pode ser cobrado
overage-again = Pode ser revertido a qualquer momento.
overage-is-on = O excedente de { $application } está ligado.
overage-is-off = O excedente de { $application } está desligado.

buy-for = Comprar um pacote para { $application }
refundable = Sem uso, pode ser devolvido até { $until }.
class-runs = Aula { $class } em andamento desde { $since }.

verdict-no-application = Ainda não há aplicação. As aulas acontecem em uma: crie a aplicação e depois compre o pacote dela.
verdict-application-expired = { $service } está suspensa: não tem pacote. As aulas são recusadas até a compra de um.
verdict-application-quota = { $service } está suspensa: os pacotes se esgotaram e o excedente está desligado. Novas aulas são recusadas.

rules-attendance = Presença, com as colunas usuais
rules-attendance-hint = Colunas: aplicação, entrada e saída; ou hora e segundos de todos juntos. Com id, cada registro conta uma vez; aula, tipo e usuário podem vir junto.
rules-renamed = Presença, com colunas de outro nome
rules-renamed-hint = Só o que tem outro nome, por cabeçalho ou chave; uma chave dentro de outra se escreve a.b.
field-application = Aplicação
field-joined = Entrada
field-left = Saída
field-seconds = Segundos
field-user = Usuário
field-class = Aula
field-type = Tipo

do-begin-class = Iniciar uma aula
do-end-class = Encerrar aula
class-begin-name = Iniciar uma aula em { $application }
class-end-name = Encerrar a aula { $class } de { $application }
class-begin-title = Iniciar uma aula em { $application }
class-begin-what = Uma aula em andamento nunca é cortada: minutos que nada pode pagar ficam sem cobertura e não custam nada.
class-name = Nome da aula
class-name-hint = É encerrada pelo mesmo nome.
class-begin-free = Iniciar não custa nada; os minutos são medidos no encerramento.
class-begin-confirm = Iniciar a aula { $class }
class-began = Aula { $class } de { $application } em andamento.
class-overage-off = excedente desligado: nada é cobrado
class-end-title = Encerrar a aula { $class } de { $application }
class-end-what = Em andamento desde { $since }. Os minutos contam no momento do encerramento.
class-attended = Presença de todos juntos
class-attended-hint = Horas e minutos, por exemplo 10:00 para dez pessoas por uma hora cada; ou com segundos, 10:00:30.
class-attended-wrong = Escreva horas, dois-pontos e minutos: 10:00.
class-uncovered = { $count ->
    [1] Nada pode pagar um destes minutos. Ele não custa nada.
   *[other] Nada pode pagar { $shown } destes minutos. Eles não custam nada.
  }
class-end-once = O que foi medido fica medido: confira o tempo antes.
class-end-confirm = Encerrar a aula { $class }, { $cost }
class-ended = { $count ->
    [1] Aula { $class } de { $application } encerrada: um minuto, { $cost }.
   *[other] Aula { $class } de { $application } encerrada: { $shown } minutos, { $cost }.
  }
