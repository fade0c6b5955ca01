# The first start.

first-title = Saiba o que cada chamada custa, antes da fatura.
first-lead = O Tollbook mantém a contabilidade exata de uma conta de API cobrada por consumo: o que o provedor cobra, o que resta em cada pacote, o que resta na conta.
first-demo = Abrir a conta de demonstração
first-demo-busy = Preparando um ano de consumo…
first-sample-what = Um ano de consumo fictício, calculado pelas regras reais.
first-import = Importar um arquivo
first-import-what = Logs de acesso, CSV, JSON lines ou CloudEvents. Primeiro vem uma prévia.
first-empty = Começar do zero
first-empty-what = Abra uma conta e adicione o consumo depois.
first-failed = Não foi possível criar a conta de demonstração.
stays-title = Tudo fica neste computador
stays-what = Um único arquivo, que só você pode ler. Nada é enviado a lugar nenhum, e nada precisa de rede. Ele fica guardado aqui:
version = Versão { $version }

account-new = Sua conta
account-for-import = De quem é este consumo?
account-name = Nome
account-name-first = Minha conta
account-policy = Provedor e regras
account-policy-hint = Define horas, arredondamento, pacotes e quando o dinheiro se move.
account-level = Nível do cliente
opening-balance = Dinheiro na conta ({ $currency })
opening-balance-hint = O que o provedor mostra hoje. Você pode recarregar depois.
account-create = Abrir a conta
account-create-and-import = Abrir a conta e importar
