# Packages: what is left, what pays next, what is on sale.

packages-verdict = { $count ->
    [1] Chamadas restantes: { $left }, em um pacote. { $sku } termina em { $at }.
   *[other] Chamadas restantes: { $left }, em { $shown } pacotes. O próximo a terminar é { $sku }, em { $at }.
  }
packages-verdict-none = Nenhum pacote tem chamadas restantes. As chamadas são pagas uma a uma.
packages-empty = Nenhum pacote nesta conta.
packages-empty-proof = As chamadas bem-sucedidas são pagas uma a uma, ao preço por uso do serviço e da região.
packages-all-past = Todos os pacotes já terminaram.
calls-left-note = { $count ->
    [0] nenhum pacote em vigor
    [1] em um pacote
   *[other] em { $shown } pacotes
  }
used-up = Esgotados
used-up-note = em vigor, sem nada restante
not-begun = Não iniciados
not-begun-note = o próximo começa em { $at }
not-begun-none = nada comprado com antecedência
packages-rows = Todos os pacotes
packages-which = Quais pacotes
packages-all = Todos
packages-now = Atuais
packages-past = Passados
packages-group = Organizar por
packages-by-harm = o que é afetado primeiro
packages-by-service = serviço
packages-by-region = região
packages-alert = alerta em { $percent }
order-hint = É o { $order }º a pagar em seu serviço e região
all-used = tudo usado
lapsed = { $count ->
    [1] uma chamada expirou
   *[other] { $shown } chamadas expiraram
  }
meter = { $left } de { $quota } por usar, { $percent } por cento

ladder-title = O que paga a próxima chamada
ladder-caption = Nesta ordem, até cada um se esgotar.
price-of-next-call = Preço da próxima chamada
ladder-nothing = Nada: as chamadas são recusadas.
passed-over = Deixados de lado:
passed-region-mismatch = outra região
passed-trial-region-mismatch = cota gratuita de outra região
passed-service-mismatch = outro serviço
passed-project-mismatch = outro projeto
passed-outside-hours = outro horário do dia
passed-package-not-started = não iniciado
passed-package-used-up = esgotado
passed-package-expired = encerrado

choose-package = Escolha primeiro um pacote: vá até a linha, ou pressione Enter para abrir.
renew-over = { $sku } foi encerrado de vez. Não pode ser renovado.
left-of = por usar de
daily-hours = Horário do dia
valid = Vale a partir de
until = Até
paid-until = Pago até
used-and-elapsed = Usado / decorrido
paid = Pago
source = Origem
alert = Alerta
alert-none = nenhum
alert-at = com { $percent } por usar
buy-another = Comprar outro
burn-down = Chamadas restantes ao longo do tempo
cycles = Ciclos
deductions = Deduções
deductions-none = Nada foi deduzido ainda.
package-failed = Não foi possível carregar o pacote.

shared = Contas-membro
shared-on = podem usar
shared-off = não podem usar
do-share = Compartilhar
do-unshare = Parar de compartilhar
share-on-title = Compartilhar { $sku }
share-off-title = Parar de compartilhar { $sku }
share-on-what = A partir de agora ele paga as chamadas das contas-membro do mesmo modo que as da sua própria conta.
share-off-what = A partir de agora ele paga só as chamadas da sua própria conta. As das contas-membro vão para o pagamento por uso, a menos que outro pacote seja compartilhado.
share-members = Membros que fizeram chamadas
share-no-members = nenhum até agora
share-members-how = São de um membro as chamadas cujo consumo indica um: em uma coluna de membro, ou no projeto @membro.
share-again = Pode ser revertido a qualquer momento.
share-switch-on = Compartilhar { $sku } com contas-membro
share-switch-off = Parar de compartilhar { $sku }
share-is-on = { $sku } paga também as chamadas das contas-membro.
share-is-off = { $sku } paga só as chamadas da sua própria conta.

do-tag = Definir tag
tag-name = Definir a tag de { $name }
tag-title = Definir a tag de { $name }
tag-what = Uma tag diz a que se destinam estes custos. Todos os lançamentos a trazem, inclusive os de meses anteriores, e as faturas podem ser somadas por ela.
tag-present = Tags
tag-change = Alterar a tag { $key }
tag-do-change = Alterar
tag-key = Tag
tag-key-hint = Por exemplo, equipe
tag-value = Valor
tag-value-hint = Por exemplo, kyc
tag-value-hint-away = Deixe vazio para retirar a tag
tag-known = Já em uso:
tag-before = Antes
tag-after = Depois
tag-none = nenhuma
tag-same = Já tem este valor.
tag-again = Pode ser alterado a qualquer momento. Nenhum dinheiro é movido.
tag-take-away = Retirar { $key }
tag-confirm = Definir a tag { $key } = { $value }
tag-is-set = { $name } recebeu a tag { $key } = { $value }.
tag-taken-away = { $name } não tem mais a tag { $key }.
