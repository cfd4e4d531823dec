"""The Bot API's methods, one function each; `table` names them all."""
