package org.depesche.bootstrap;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws a river landscape, another one for each seed. The sample newsroom needs pictures to which nobody else has rights. */
final class SamplePicture {

    private static final int WIDTH = 1_280;
    private static final int RANGES = 4;

    private final Random random;
    private final int height;
    private final float hue;

    SamplePicture(long seed, double ratio) {
        this.random = new Random(seed);
        this.height = (int) Math.round(WIDTH / Math.max(0.5, Math.min(3, ratio)));
        this.hue = random.nextFloat();
    }

    BufferedImage draw() {
        var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        sky(graphics);
        for (var range = 0; range < RANGES; range++) {
            hills(graphics, range);
        }
        river(graphics);
        graphics.dispose();
        return image;
    }

    private void sky(Graphics2D graphics) {
        graphics.setPaint(new GradientPaint(0, 0, color(0, 0.45f, 0.75f), 0, height, color(0.1f, 0.15f, 1)));
        graphics.fillRect(0, 0, WIDTH, height);
        var radius = height / 9.0;
        graphics.setPaint(color(0.5f, 0.2f, 1));
        graphics.fill(new Ellipse2D.Double(WIDTH * (0.15 + 0.7 * random.nextDouble()), height * 0.15, radius, radius));
    }

    private void hills(Graphics2D graphics, int range) {
        var top = height * (0.4 + 0.12 * range);
        var wave = 0.004 + 0.006 * random.nextDouble();
        var shift = random.nextDouble() * 100;
        var hills = new Path2D.Double();
        hills.moveTo(0, height);
        for (var x = 0; x <= WIDTH; x += 8) {
            hills.lineTo(x, top + height * 0.06 * (Math.sin(x * wave + shift) + 0.5 * Math.sin(x * wave * 2.7 + shift)));
        }
        hills.lineTo(WIDTH, height);
        hills.closePath();
        graphics.setPaint(color(0.12f * range, 0.35f + 0.1f * range, 0.7f - 0.13f * range));
        graphics.fill(hills);
    }

    private void river(Graphics2D graphics) {
        var river = new Path2D.Double();
        var bend = WIDTH * (0.25 + 0.5 * random.nextDouble());
        river.moveTo(bend, height * 0.8);
        river.curveTo(WIDTH * 0.9, height * 0.85, WIDTH * 0.1, height * 0.92, WIDTH * 0.5, height * 1.05);
        graphics.setPaint(color(0, 0.25f, 0.95f));
        graphics.setStroke(new BasicStroke(height / 16f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(river);
    }

    private Color color(float turn, float saturation, float brightness) {
        return Color.getHSBColor(hue + turn, Math.min(1, saturation), brightness);
    }
}
