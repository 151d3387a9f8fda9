-- AlterTable
ALTER TABLE "fans" ADD COLUMN "loyalty_points" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "fans_loyalty_points_idx" ON "fans"("loyalty_points" DESC);
