import { createAmazonBedrock } from '@ai-sdk/amazon-bedrock';
import Anthropic from '@anthropic-ai/sdk';
import { bedrock } from '@aws-cdk/aws-bedrock-alpha';
const bedrock1 = createAmazonBedrock({ region: 'eu-central-1' });
const p = bedrock.CrossRegionInferenceProfile.fromConfig({
  geoRegion: bedrock.CrossRegionInferenceProfileRegion.EU,
  model: bedrock.BedrockFoundationModel.ANTHROPIC_CLAUDE_SONNET_V1_0,
});
const d = new azure.cognitive.Deployment("x", { cognitiveAccountId: a.id, model: { format: "OpenAI", name: "gpt-4o" }, sku: { name: "GlobalStandard" } });
const re = /https:\/\/api.openai.com/; // "https://api.openai.com"
const w = `https://bedrock-runtime.${region}.amazonaws.com`;
