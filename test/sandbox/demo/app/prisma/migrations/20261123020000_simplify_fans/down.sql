-- Brings the column back, but not what was in it: for that the database must be restored.
ALTER TABLE "fans" ADD COLUMN "loyalty_points" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "fans_loyalty_points_idx" ON "fans"("loyalty_points" DESC);
