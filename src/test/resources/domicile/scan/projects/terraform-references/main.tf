resource "aws_bedrock_inference_profile" "p" {
  name = "x"
  model_source {
    copy_from = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-3-5-sonnet-20240620-v1:0"
  }
}
resource "azurerm_cognitive_account" "a" {
  name = "acc"
  location = "West Europe"
  kind = "OpenAI"
  sku_name = "S0"
}
resource "azurerm_cognitive_deployment" "d" {
  name = "d"
  cognitive_account_id = azurerm_cognitive_account.a.id
  model {
    format = "OpenAI"
    name = "gpt-4o"
  }
  sku { name = lookup(var.skus, "x", "Standard") }
}
variable "skus" { default = {} }
resource "azurerm_container_app" "app" {
  template {
    container {
      env {
        name  = "AZURE_OPENAI_ENDPOINT"
        value = azurerm_cognitive_account.a.endpoint
      }
    }
  }
}
resource "azurerm_linux_web_app" "w" {
  app_settings = {
    AZURE_OPENAI_ENDPOINT = azurerm_cognitive_account.a.endpoint
    "GOOGLE_VERTEX_LOCATION" = "eu"
  }
}
resource "google_vertex_ai_endpoint" "e" {
  location = "europe-west3"
}
