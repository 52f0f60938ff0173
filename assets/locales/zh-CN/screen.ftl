### screen
