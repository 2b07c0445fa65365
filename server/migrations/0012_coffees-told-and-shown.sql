ALTER TABLE "coffee_people" ADD COLUMN "shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "coffees" ADD COLUMN "told" boolean DEFAULT false NOT NULL;