#!/bin/sh
export OPENAI_BASE=https://eu.api.openai.com/v1
firectl deployment create --region US foo
curl -s "https://api.x.ai/v1/chat" -d '{"a":"b"}'
