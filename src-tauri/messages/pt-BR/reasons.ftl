# Why pay-per-use was charged, and what would prevent it.

reason-region-mismatch = Um pacote vale para outra região.
reason-trial-region-mismatch = A cota gratuita vale para outra região.
reason-service-mismatch = Um pacote vale para outro serviço.
reason-package-expired = O pacote havia terminado, e nenhum foi comprado desde então.
reason-no-package = Não havia pacote, e o pagamento por uso estava ligado.
reason-package-used-up = O pacote estava esgotado.
reason-project-mismatch = Um pacote vale para outro projeto.
reason-outside-hours = Um pacote vale em outro horário do dia.
reason-package-not-started = A chamada veio antes de o pacote entrar em vigor.

prevent-region-mismatch = Faça as chamadas na região do pacote, ou compre um para a região que você usa.
prevent-trial-region-mismatch = Faça as chamadas na região da cota gratuita, ou compre um pacote para a região que você usa.
prevent-service-mismatch = Compre um pacote para o serviço que você usa.
prevent-package-expired = Renove o pacote antes do fim, ou compre outro.
prevent-no-package = Compre um pacote, ou desative o serviço onde as chamadas não devem ter custo.
prevent-package-used-up = Compre outro pacote antes que o último se esgote; um alerta avisa a tempo.
prevent-project-mismatch = Faça as chamadas pelo projeto do pacote, ou compre um sem vínculo com projeto.
prevent-outside-hours = Faça as chamadas no horário do pacote, ou compre um que pague o dia todo.
prevent-package-not-started = Compre antes de fazer as chamadas, ou deixe o pacote começar na hora.

unexpected = Por que isto foi cobrado?
unexpected-caption = Todas as chamadas pagas por uso no período { $span }, conforme o motivo de nenhum pacote ter pago. Uma chamada com vários motivos conta uma vez.
unexpected-failed = Não foi possível ler os motivos.
unexpected-none = Nenhuma chamada deste período foi paga por uso.
unexpected-open = Ainda não liquidado
unexpected-rounding = Arredondamento de cada cobrança ao centavo
unexpected-offer = { $count ->
    [1] { $sku } teria pago: traz uma chamada por { $price }.
   *[other] { $sku } teria pago: traz { $shown } chamadas por { $price }.
  }
unexpected-offer-none = Nenhum pacote para isto está à venda.
unexpected-buy = Comprar para { $service }, { $region }
column-reason = Por que nenhum pacote pagou
see-unexpected = Por que isto foi cobrado?
key-unexpected = Por que isto foi cobrado?
