-- Lists count an expired image as absent from its announcement on: let those of before be announced again, which moves their articles.
update image set expired = false where expired = true;
