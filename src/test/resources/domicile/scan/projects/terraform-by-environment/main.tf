variable "env" {}
variable "ep" { default = "https://api.mistral.ai/v1" }
locals {
  cfg = { prod = { sku = "DataZoneStandard", loc = "swedencentral" }, dev = { sku = "GlobalStandard", loc = "eastus" } }
  c   = local.cfg[var.env]
}
resource "azurerm_cognitive_account" "a" {
  name     = "acc-${var.env}"
  location = local.c.loc
  kind     = "OpenAI"
  sku_name = "S0"
}
resource "azurerm_cognitive_deployment" "d" {
  for_each             = toset(["one", "two"])
  name                 = each.key
  cognitive_account_id = azurerm_cognitive_account.a.id
  model {
    format = "OpenAI"
    name   = "gpt-4o"
  }
  sku {
    name = local.c.sku
  }
}
module "m" {
  source = "git::https://example.org/x.git"
  endpoint = "https://api.us.mistral.ai"
}
resource "x" "y" {
  env = var.ep
  pol = <<-EOT
    {"a": "https://api.openai.com"}
  EOT
  z = var.env == "prod" ? "https://api.eu.mistral.ai" : "https://api.mistral.ai"
}
