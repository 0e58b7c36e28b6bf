"""Arabic: tokens with clitics apart, verb forms, and mentions of people, bodies and agents."""
