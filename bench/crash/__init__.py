"""The crash proof: petitions are filed while bot and worker are killed; nothing may be lost or done twice."""
