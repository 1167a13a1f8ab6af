"""doc https://api.openai.com"""
import os
from openai import OpenAI, AzureOpenAI
from anthropic import AnthropicBedrock
import litellm

client = OpenAI(base_url=os.environ["LLM_URL"])
az = AzureOpenAI(azure_endpoint="https://desk.openai.azure.com", api_version="x")
az2 = AzureOpenAI(azure_endpoint=os.getenv("AZ"))
br = AnthropicBedrock(aws_region="eu-west-2")
br.messages.create(model="anthropic.claude-3-haiku-20240307-v1:0", max_tokens=1)
r = litellm.completion(model="groq/llama3-8b-8192", messages=[])
u = f"https://{REGION}-aiplatform.googleapis.com/v1/projects/p/locations/{REGION}/publishers/google/models/gemini-2.5-pro:generateContent"
v = "https://europe-west4-aiplatform.googleapis.com/v1/projects/p/locations/europe-west4/publishers/anthropic/models/claude-sonnet-4@20250514:rawPredict"
x = "https://api.openai.com.example.org/v1"
y = "https://example.org/?u=api.openai.com"
client.responses.create(model="gpt-4.1", store=True, input="x")
